"""What was done with a reaction is not the outcome of a measure, and is not called so."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0002_plans_of_every_kind'),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='reaction', name='a_reaction_is_answered_with_a_reason'),
        migrations.RenameField(model_name='reaction', old_name='outcome', new_name='followed'),
        migrations.AddConstraint(
            model_name='reaction',
            constraint=models.CheckConstraint(
                condition=Q(followed='') | (~Q(reason='') & Q(answered_on__isnull=False)),
                name='a_reaction_is_answered_with_a_reason',
            ),
        ),
    ]
