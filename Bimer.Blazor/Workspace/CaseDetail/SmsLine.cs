using Bimer.Blazor.Persistence.Outbox;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>A short message that an answer waits (haber SMS'i).</summary>
/// <param name="At">When it came to stand so.</param>
/// <param name="MayTell">The reader may send one now.</param>
/// <param name="IsAgain">It would be the same one once more.</param>
public sealed record SmsLine(DeliveryState State, DateTimeOffset At, bool MayTell, bool IsAgain)
{
    internal static SmsLine? Of(ShortNotice notice, bool mayTell) => notice.Newest is not { } newest ? null
        : new SmsLine(CaseSheetWriter.StateOf(newest), newest.DecidedAt ?? newest.CreatedAt, mayTell && notice.WhyNot is null, notice.Later is not null);
}
