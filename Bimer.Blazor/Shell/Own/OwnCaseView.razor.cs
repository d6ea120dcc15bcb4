using Bimer.Domain.Cases;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Shell.Own;

/// <summary>One case as its applicant reads it.</summary>
public sealed partial class OwnCaseView
{
    [Parameter, EditorRequired] public OwnCaseDetail Case { get; set; } = default!;

    /// <summary>Before the ids of its headings, where it stands on a page with others.</summary>
    [Parameter] public string Prefix { get; set; } = "";

    /// <summary>Looked at by staff: nothing of it is opened or printed from here.</summary>
    [Parameter] public bool IsPreview { get; set; }

    private static string WhyKey(TransferReason why) => why switch { { IsFromCentre: true } => "SentOnByCentre", { IsPart: true } => "SentOnPart", _ => "SentOnWhy" };

    private static IEnumerable<(DateTimeOffset At, OwnTransfer? Sent, KindChange? Corrected)> StepsOf(OwnCaseDetail c) =>
        c.SentOn.Select(sent => (sent.At, (OwnTransfer?)sent, (KindChange?)null)).Concat(c.Corrections.Select(made => (made.At, (OwnTransfer?)null, (KindChange?)made.Change))).OrderBy(step => step.At);

    // Of a request that was sent on the page tells the law's own day below; the receipt's would be a second one (decision 0082).
    private static string LawKey(KindChange change, OwnCaseDetail c) =>
        change.Kind.To.Basis() == LegalBasis.PetitionAct ? "PathPetitionAct" : c.ArrivedOn is null ? "PathInformationAct" : "PathInformationActSentOn";

    private static string StateKey(OwnCaseDetail c) => c switch
    {
        { IsWithdrawn: true } => "StateWithdrawn",
        { IsNotExamined: true } => "StateNotExamined",
        { IsClosed: true } => "StateAnswered",
        { AwaitsFee: true } => "StateAwaitsFee",   // what the citizen has to do comes first
        { HasAnswer: true } => "StatePartly",
        { ProgressAt: not null } => "StateProgress",
        { ExtendedOn: not null } => "StateExtended",
        { IsOpened: true } => "StateOpened",
        _ => "StateWaiting",
    };
}
