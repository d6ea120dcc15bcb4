using Bimer.Blazor.Persistence;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>What a page of the form shows: the draft, and what is known of the person and not asked again (WCAG 3.3.7).</summary>
/// <param name="FiledNumber">Set once this visit has filed: the form is over.</param>
public sealed record FilingView(Guid Visit, FilingDraft Draft, VisitIdentity Person, string? FiledNumber)
{
    public string FullName => Person.GivenName + " " + Person.Surname;

    public string Mobile => MobileNumber.Parse(Person.Mobile).Value?.RevealForReading() ?? "";
}

/// <summary>One choice of a list.</summary>
public sealed record Choice(string Value, string Label);

/// <summary>Reads and keeps the draft of the visit that asks.</summary>
public sealed class FilingDesk(VisitDoor door, UnitDirectory units, PlaceDirectory places)
{
    private static readonly StringComparer Turkish = StringComparer.Create(TurkishCulture.Info, ignoreCase: false);

    /// <inheritdoc cref="VisitDoor.IsPosted"/>
    public bool IsPosted => door.IsPosted;

    /// <summary>None when the visitor has to pass the gate first.</summary>
    public async Task<FilingView?> ReadAsync(CancellationToken ct) => ViewOf(await door.VisitAsync(ct));

    /// <summary>Keeps what was typed, right or wrong; nothing of a visit that has filed.</summary>
    public async Task<FilingView?> KeepAsync(Func<FilingDraft, FilingDraft> change, CancellationToken ct)
    {
        var kept = await door.ChangeAsync(visit =>
        {
            if (!visit.MayFile || visit.FiledCase is not null) return false;
            visit.Draft = change(visit.Draft);
            return true;
        }, ct);
        return ViewOf(kept);
    }

    /// <summary>The same for a person who waits for the next page: where the database is away or full, the refusal that says so.</summary>
    public async Task<Outcome<FilingView>> TryKeepAsync(Func<FilingDraft, FilingDraft> change, CancellationToken ct)
    {
        try
        {
            return await KeepAsync(change, ct) is { } kept ? kept : new Refusal.NotFound();
        }
        catch (Exception fault) when (fault.IsPassing())
        {
            return Outcome<FilingView>.FromRefusal(fault.WhyNot());
        }
    }

    public IReadOnlyList<Province> Provinces => places.Provinces;

    public Choice Centre => new(Id(units.Centre), units.Centre.Name);

    /// <summary>The institutions of a kind in Turkish order.</summary>
    public IReadOnlyList<Choice> Institutions(UnitKind kind) =>
        [.. units.All.Where(u => u.Kind == kind && DraftCheck.IsInstitution(u)).OrderBy(u => u.Name, Turkish).Select(u => new Choice(Id(u), u.Name))];

    public string InstitutionName(FilingDraft draft) => draft.Institution is { } id ? units.NameOf(new UnitId(id)) : "";

    public string PlaceName(FilingDraft draft) =>
        draft.Plate is { } plate ? string.Join(" / ", ((string?[])[places.NameOf(plate), draft.District]).Where(p => !string.IsNullOrEmpty(p))) : "";

    private static FilingView? ViewOf(Visit? visit) =>
        visit is { MayFile: true } ? new(visit.Id, visit.Draft, visit.Identity, visit.FiledCase is { } filed ? new CaseNumber(filed).ToString() : null) : null;

    private static string Id(Unit unit) => unit.Id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
