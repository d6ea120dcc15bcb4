using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Catalogue;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Catalogue;

/// <summary>A service comes into a unit's list, is called otherwise, is closed or reopened.</summary>
/// <param name="Code">Of the service; unused for a new one.</param>
/// <param name="Name">Unused where it is closed or reopened.</param>
public sealed record ChangeCatalogue(CommandId Id, UnitId Unit, CatalogueAct Act, string Code, string Name);

/// <summary>Keeps the change and tells every desk: what is offered follows at once.</summary>
public sealed class ChangeCatalogueHandler(CatalogueRights rights, CatalogueShelf shelf, CatalogueBook book, CatalogueNews news)
{
    public async Task<Outcome> HandleAsync(ChangeCatalogue command, CancellationToken ct)
    {
        if (await rights.ActorAsync(ct) is not { } actor) return new Refusal.SignedOut();
        if (!rights.MayChange(actor, command.Unit)) return new Refusal.NotYourCatalogue();
        var outcome = await shelf.ChangeAsync(
            command.Unit, changes => Decide(command, news.ListOf(command.Unit, changes)), actor, CommandStamp.Of(command.Id, actor.UserId), news.Now, ct);
        if (!outcome.IsAccepted) return outcome;
        await book.ReloadAsync(CancellationToken.None);
        news.Tell();
        return Outcome.Accepted;
    }

    private static Outcome<CatalogueChange> Decide(ChangeCatalogue command, UnitCatalogue list) => command.Act switch
    {
        CatalogueAct.Added => list.Add(command.Unit, command.Name),
        CatalogueAct.Renamed => list.Rename(command.Code, command.Name),
        CatalogueAct.Closed or CatalogueAct.Reopened => list.Close(command.Code, command.Act == CatalogueAct.Closed),
        _ => new Refusal.NotOnTheList(),
    };
}

/// <summary>The list a change is decided on, the moment it is, and the bell behind it.</summary>
public sealed class CatalogueNews(ServiceCatalogue catalogue, LiveFeed feed, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public UnitCatalogue ListOf(UnitId unit, IReadOnlyList<CatalogueChange> changes) => UnitCatalogue.Of(catalogue.ShippedFor(unit), changes);

    public void Tell() => feed.Publish(LiveTopic.Catalogue);
}
