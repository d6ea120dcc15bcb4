using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Templates;
using Bimer.Blazor.Shell.Html;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Domain.Replies;

namespace Bimer.Blazor.Workspace.Templates;

/// <summary>Names instead of ids.</summary>
public sealed class TemplateNames(UnitDirectory units, OfficerDirectory officers)
{
    public string OfHome(TemplateHome home) => home is { Scope: TemplateScope.Unit or TemplateScope.Institution, Unit: { } unit } ? units.NameOf(unit) : "";

    public async Task<IReadOnlyList<WordingLine>> WordingsAsync(ReplyTemplate template, UserId reader, CancellationToken ct)
    {
        await officers.LoadAsync([.. template.Wordings.Select(w => w.WrittenBy).Concat(template.Wordings.Select(w => w.DecidedBy).OfType<UserId>()).Distinct()], ct);
        return [.. template.Wordings.OrderByDescending(w => w.Version).Select(w => new WordingLine(
            w.Version, SafeHtml.Clean(w.Html), w.ContentHash, w.State, officers.NameOf(w.WrittenBy), w.WrittenAt,
            w.DecidedBy is { } by ? officers.NameOf(by) : null, w.DecidedAt, w.Note, w.WrittenBy == reader) { Name = w.Name, Shortcut = w.Shortcut })];
    }

    public async Task<IReadOnlyList<LawChangeLine>> LawsAsync(IReadOnlyList<NotedLawChange> laws, CancellationToken ct)
    {
        await officers.LoadAsync([.. laws.Select(c => c.By).Distinct()], ct);
        return [.. laws.Select(c => new LawChangeLine(c.Law, c.On, c.Note, officers.NameOf(c.By)))];
    }
}

/// <summary>Who notes that a law has changed: it concerns every institution, so whoever manages or coordinates BİMER Merkezi alone.</summary>
public sealed class LawRights(ICurrentActor currentActor, UnitDirectory units)
{
    public ValueTask<Actor?> ActorAsync(CancellationToken ct) => currentActor.GetAsync(ct);

    public bool MayNote(Actor actor) => actor.Roles.Any(on => on.Unit == units.Centre.Id && on.Role.ReachesBelow());
}
