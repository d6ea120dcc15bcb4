namespace Bimer.Blazor.Workspace;

/// <summary>How much lies in each box of one person; each number stops at <see cref="Most"/>, which reads "999+".</summary>
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
    /// <summary>Counting stops here.</summary>
    public const int Most = 1_000;
}
