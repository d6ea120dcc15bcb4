using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.Home;

/// <summary>What is open in all units somebody coordinates or manages, as it stood at <paramref name="At"/>.</summary>
/// <param name="Open">All parts, also those that came for information: as many as <em>Alt Birimler</em> has rows.</param>
/// <param name="Spread">How the legal time of those that are owed is spread.</param>
/// <param name="Shares">How they divide by the units directly below; those with the most that is late first.</param>
/// <param name="Age">The oldest and the nearest; none where nothing is open.</param>
/// <param name="Urgent">What has the least time left, whatever the law.</param>
public sealed record BelowOverview(int Open, DueSpread Spread, IReadOnlyList<UnitShare> Shares, BoxAge? Age, IReadOnlyList<BelowLine> Urgent, DateTimeOffset At)
{
    /// <summary>Letters that came back from their approver for the third time or more and were not sent again; the most often returned first.</summary>
    public IReadOnlyList<ReturnedLine> Returned { get; init; } = [];

    /// <summary>What is open below whose fee was not paid in time (vazgeçmiş sayılma önerisi).</summary>
    public IReadOnlyList<UnpaidLine> Unpaid { get; init; } = [];
}

/// <summary>A letter that keeps coming back (üst üste düzeltmeye dönen yazı).</summary>
/// <param name="Times">How often in a row.</param>
/// <param name="Approver">Who sent it back last.</param>
public sealed record ReturnedLine(CaseId Case, UnitId At, string Writer, string Approver, int Times, DateTimeOffset Since)
{
    public string Number => new CaseNumber(Case).ToString();
}

/// <summary>What is open in one unit with all below it, or in the unit above them itself.</summary>
/// <param name="IsOwn">The unit the person coordinates or manages, without what lies below it.</param>
/// <param name="Spread">Of what is owed there.</param>
public sealed record UnitShare(UnitId Unit, string Name, bool IsOwn, int Open, DueSpread Spread);

/// <param name="MaskedName">Initial and stars; none while the identity is hidden.</param>
/// <param name="Summary">First sentence of the text; empty while nobody has read it.</param>
/// <param name="Holder">Who has it in hand; none while nobody has.</param>
public sealed record BelowLine(
    CaseId Case, CaseKind Kind, string? MaskedName, string Summary, CaseTime Time, UnitId At, string? Holder)
{
    public string Number => new CaseNumber(Case).ToString();
}
