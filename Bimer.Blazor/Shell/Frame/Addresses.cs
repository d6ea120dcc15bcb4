namespace Bimer.Blazor.Shell.Frame;

/// <summary>Addresses of the boxes, named once for the menu, the shortcuts and the pages themselves.</summary>
public static class Addresses
{
    public const string Home = "/masa";
    public const string Register = "/yeni-basvuru";
    public const string MyInbox = "/gelen-kutum";
    public const string OnHold = "/beklemeye-aldiklarim";
    public const string Replied = "/cevap-verdiklerim";
    public const string Forwarded = "/sevk-ettiklerim";
    public const string Returned = "/iade-gelenler";
    public const string Submitted = "/onaya-gonderdiklerim";
    public const string SentBack = "/onaydan-donenler";
    public const string Followed = "/takip-ettiklerim";
    public const string UnitInbox = "/kurum-kutusu";
    public const string Approvals = "/onay-bekleyenler";
    public const string Alarms = "/alarmlar";
    public const string Reports = "/raporlar";
    public const string SignIn = "/giris";
    public const string SignOut = "/cikis";
}
