using Bimer.Domain.Cases;

namespace Bimer.Blazor.Workspace;

/// <summary>How much lies in each box of one person: as many as the box has rows.</summary>
/// <param name="Mine">Gelen Kutum</param>
/// <param name="Submitted">Onaya Gönderdiklerim</param>
/// <param name="SentBack">Onaydan Dönenler</param>
/// <param name="Replied">Cevap Verdiklerim</param>
/// <param name="Forwarded">Sevk Ettiklerim</param>
/// <param name="OnHold">Beklemeye Aldıklarım</param>
/// <param name="CameBack">İade Gelenler</param>
/// <param name="UnitInbox">Kurum Kutusu, all units of the person together</param>
/// <param name="Approvals">Onay Bekleyenler</param>
public sealed record BoxCounts(int Mine, int Submitted, int SentBack, int Replied, int Forwarded, int OnHold, int CameBack, int UnitInbox, int Approvals)
{
    /// <summary>Alt Birimler, all that is open within the person's reach; none for whoever reaches nothing below.</summary>
    public int? Below { get; init; }

    /// <summary>Takip Ettiklerim</summary>
    public int Followed { get; init; }

    /// <summary>None when nothing was counted: the person is not there any more.</summary>
    internal static BoxCounts? Of(IReadOnlyList<BoxCount> counts)
    {
        if (counts.Count == 0) return null;
        var all = counts.ToDictionary(c => c.Box, c => c.Count);
        return new BoxCounts(
            all[CountedBox.Mine], all[CountedBox.Submitted], all[CountedBox.SentBack], all[CountedBox.Replied], all[CountedBox.Forwarded],
            all[CountedBox.OnHold], all[CountedBox.CameBack], all[CountedBox.Unit], all[CountedBox.Approvals]) { Followed = all[CountedBox.Followed] };
    }
}

/// <summary>A box that is counted. What somebody holds is told by its state, so the number is that of the state.</summary>
internal enum CountedBox
{
    Followed = -1,
    Approvals = 0,
    Unit = RoutingState.Waiting,
    Mine = RoutingState.Held,
    OnHold = RoutingState.OnHold,
    Submitted = RoutingState.AwaitingApproval,
    SentBack = RoutingState.InRevision,
    CameBack = RoutingState.CameBack,
    Replied = RoutingState.Answered,
    Forwarded = RoutingState.Forwarded,
}

/// <param name="Count">How much lies in it.</param>
internal readonly record struct BoxCount(CountedBox Box, int Count);
