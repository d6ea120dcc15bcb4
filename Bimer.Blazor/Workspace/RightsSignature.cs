using System.Globalization;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Workspace;

/// <summary>
/// Two people with the same signature see the same unit boxes: what a unit box shows depends on the roles, the units and the day
/// alone, never on the person.
/// </summary>
public static class RightsSignature
{
    public static string Of(Actor actor) => string.Join(
        ';', actor.Roles.Select(r => string.Create(CultureInfo.InvariantCulture, $"{(int)r.Role}@{r.Unit.Value}")).Order(StringComparer.Ordinal)
            .Append(actor.On.DayNumber.ToString(CultureInfo.InvariantCulture)));
}
