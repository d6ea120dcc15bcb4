using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Searching;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>What a movement is of, for who looks for one of them (S29).</summary>
public enum MoveGroup
{
    Sending,
    Custody,
    Holding,
    Answering,
    Correcting,
    Shielding,
}

/// <summary>The movements of a case, all or those that are looked for; the filter is the reader's own and stays on the page.</summary>
public sealed partial class CaseJourney
{
    // So few are read at a glance.
    private const int FewMovements = 5;

    private ElementReference _heading;
    private MoveGroup? _what;
    private string? _where, _words;

    [Parameter, EditorRequired] public CaseSheet Sheet { get; set; } = default!;

    private bool IsNarrowed => _what is not null || !string.IsNullOrEmpty(_where) || !string.IsNullOrWhiteSpace(_words);

    private IEnumerable<MoveGroup> Groups => Sheet.Movements.Select(line => GroupOf(line.Kind)).Distinct().Order();

    private IEnumerable<string> Places => Sheet.Movements.SelectMany(line => new[] { line.From, line.To }).OfType<string>().Distinct(StringComparer.Ordinal)
        .OrderBy(TurkishSortKey.Of, StringComparer.Ordinal);

    private List<MovementLine> Shown => [.. Sheet.Movements.Where(line =>
        (_what is not { } group || GroupOf(line.Kind) == group)
        && (string.IsNullOrEmpty(_where) || string.Equals(line.From, _where, StringComparison.Ordinal) || string.Equals(line.To, _where, StringComparison.Ordinal))
        && (string.IsNullOrWhiteSpace(_words) || TurkishFold.Of($"{SentenceOf(line)} {line.Note}").Contains(TurkishFold.Of(_words.Trim()), StringComparison.Ordinal)))];

    internal static MoveGroup GroupOf(MovementKind kind) => kind switch
    {
        MovementKind.CustodyTaken => MoveGroup.Custody,
        MovementKind.PutOnHold or MovementKind.Resumed => MoveGroup.Holding,
        MovementKind.ReplySubmitted or MovementKind.ReplyReturned or MovementKind.ReplyApproved or MovementKind.Closed or MovementKind.Acknowledged or MovementKind.AcknowledgingUndone
            or MovementKind.ProgressTold or MovementKind.TimeExtended or MovementKind.FeeTold or MovementKind.FeePaid or MovementKind.DeemedWithdrawn or MovementKind.LetterPosted or MovementKind.PostingUndone => MoveGroup.Answering,
        MovementKind.TopicsChanged or MovementKind.KindChanged or MovementKind.PriorityChanged or MovementKind.ItemsChanged or MovementKind.RecordCorrected or MovementKind.MailJoined or MovementKind.PaperAdded or MovementKind.DueMoved
            or MovementKind.IdentityVerified or MovementKind.IdentityRefuted or MovementKind.IdentityUnverifiable => MoveGroup.Correcting,
        MovementKind.RecipientExcluded or MovementKind.ExclusionLifted or MovementKind.IdentityHidden or MovementKind.HidingUndone
            or MovementKind.JointOpeningAsked or MovementKind.JointOpeningAllowed or MovementKind.OpenedJointly => MoveGroup.Shielding,
        _ => MoveGroup.Sending,
    };
}
