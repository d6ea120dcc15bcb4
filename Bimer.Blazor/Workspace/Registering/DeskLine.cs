using System.Globalization;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>The list of <em>Kaydet ve Sevk Et</em>, as the form keeps it and as the officer reads it.</summary>
internal static class DeskLine
{
    /// <summary>The list again; a unit that was closed since is left out.</summary>
    public static ForwardBasket BasketOf(DeskForm form, UnitSearch search)
    {
        var basket = new ForwardBasket();
        foreach (var to in form.Recipients)
            if (search.Find(new UnitId(to.Unit)) is { } unit) basket.Add(new BasketLine(unit, to.ForInformation ? RoutingPurpose.Information : RoutingPurpose.Action, to.Urgency ?? Priority.Normal, to.Note) { FollowsCase = to.Urgency is null, WantedBy = to.WantedDay });
        foreach (var marked in form.Excluded)
            if (search.Find(new UnitId(marked)) is { } shunned) basket.Exclude(shunned);
        return basket;
    }

    public static DeskRecipient ToForm(BasketLine line) => new(line.Unit.Id.Value, line.Purpose == RoutingPurpose.Information, line.Note)
    {
        Priority = line.FollowsCase ? "" : line.Priority.ToString(),
        IsMeant = line.Deserted is not null,
        WantedBy = line.WantedBy is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "",
    };
}
