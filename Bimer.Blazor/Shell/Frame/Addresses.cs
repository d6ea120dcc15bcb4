using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Shell.Frame;

/// <summary>Addresses of the boxes, named once for the menu, the shortcuts and the pages themselves.</summary>
public static class Addresses
{
    public const string Home = "/masa";
    public const string RegisterLetter = "/yeni/mektup";
    public const string RegisterFax = "/yeni/faks";
    public const string RegisterEmail = "/yeni/e-posta";
    public const string RegisterPhone = "/yeni/alo-150";
    public const string RegisterInPerson = "/yeni/sahsen";

    /// <summary>Where the bytes of a mail are taken that could not be read.</summary>
    public static string MailOriginal(Guid mail) => $"{RegisterEmail}/{mail:N}/asli";

    /// <summary>Where the desks keep what is not recorded yet.</summary>
    public const string RegisterDraft = "/yeni/taslak";

    public const string MyInbox = "/kutu/gelen";
    public const string OnHold = "/kutu/beklemeye-aldiklarim";
    public const string Replied = "/kutu/cevap-verdiklerim";
    public const string Forwarded = "/kutu/sevk-ettiklerim";
    public const string Returned = "/kutu/iade-gelenler";
    public const string Submitted = "/kutu/onaya-gonderdiklerim";
    public const string SentBack = "/kutu/onaydan-donenler";
    public const string Followed = "/kutu/takip-ettiklerim";
    public const string UnitInbox = "/kutu/kurum";
    public const string Below = "/kutu/alt-birimler";
    public const string Approvals = "/kutu/onay";

    /// <summary>Letters that are nearly the same, signed in one reading.</summary>
    public const string Bundles = "/toplu-onay";

    /// <summary>The query name of the case whose letter is the first of a bundle.</summary>
    public const string BundleKey = "ilk";

    /// <summary>Said behind a unit in an address: and all below it.</summary>
    public const string WithAllBelow = "-alti";

    /// <summary>Said for what is late, and for what will be within the week.</summary>
    public const string DueLate = "gecmis", DueWithinWeek = "hafta";
    public const string Search = "/ara";
    public const string Uncertain = "/belirsiz";

    /// <summary>Where the code of a printout is looked up; a QR code carries it too.</summary>
    public const string VerifyPrint = "/dogrula";

    /// <summary>Under the path the computer's own cookie is sent to.</summary>
    public const string NameComputer = "/evrak/bilgisayar";

    /// <summary>The holiday table, and where it is changed.</summary>
    public const string Holidays = "/tatiller";

    /// <summary>The services of the units.</summary>
    public const string Catalogue = "/hizmet-envanteri";

    /// <summary>Answer templates, and where one is written.</summary>
    public const string Templates = "/sablonlar", WriteTemplate = "/sablonlar/yaz";

    /// <summary>The query name of a template.</summary>
    public const string TemplateKey = "sablon";

    public const string Alarms = "/alarmlar";
    public const string Reports = "/raporlar";

    /// <summary>Bilgi Edinme Yıllık Raporu.</summary>
    public const string InformationYear = "/raporlar/bilgi-edinme";

    /// <summary>The same as a file.</summary>
    public const string InformationYearFile = "/raporlar/bilgi-edinme/dosya";

    /// <summary>The query name of the case shown beside a list.</summary>
    public const string Beside = "evrak";

    /// <summary>The query name of the page somebody goes back to; see <see cref="WayBack"/>.</summary>
    public const string CameFrom = "donus";

    public const string Accessibility = "/erisilebilirlik";
    public const string SignIn = "/giris";
    public const string SignOut = "/cikis";

    /// <summary>Where the sheet of keys is sent to.</summary>
    public const string Keys = "/tuslar";

    /// <summary>Where the border on a case's page is sent to.</summary>
    public const string CaseShare = "/okuma-payi";

    /// <summary>The act somebody comes to the writing desk for.</summary>
    public const string Act = "islem", ActWithdraw = "vazgecme";

    public const string Sessions = "/oturumlarim";
    public const string TooManyScreens = "/oturum/cok-ekran";

    /// <summary>One case on a page of its own; the number gives no right.</summary>
    public static string Case(string number) => "/evrak/" + number;

    /// <summary>The services of one unit.</summary>
    public static string CatalogueOf(UnitId unit) => $"{Catalogue}?birim={unit.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>An answer template, opened beside its list.</summary>
    public static string Template(ReplyTemplateId id) => $"{Templates}?{TemplateKey}={id.Value:N}";

    /// <summary>Where it is written anew.</summary>
    public static string RewriteTemplate(ReplyTemplateId id) => $"{WriteTemplate}?{TemplateKey}={id.Value:N}";

    public static string Reply(string number) => $"/evrak/{number}/cevapla";

    /// <summary>The same desk with the letter chosen that deems a request withdrawn.</summary>
    public static string Withdraw(string number) => $"{Reply(number)}?{Act}={ActWithdraw}";

    public static string Forward(string number) => $"/evrak/{number}/sevk";

    public static string Hold(string number) => $"/evrak/{number}/beklet";

    public static string Return(string number) => $"/evrak/{number}/iade";

    public static string Recall(string number) => $"/evrak/{number}/geri-al";

    /// <summary>Posted to, never followed: a paper that leaves is written down.</summary>
    public static string Letter(Bimer.Domain.Kernel.RoutingId routing) => $"/evrak/mektup/{routing.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    public static string Report(string number) => $"/evrak/{number}/rapor";

    public static string Approval(string number) => "/onay/" + number;

    /// <summary>A file of a case or of a letter; the id is random and gives no right.</summary>
    public static string File(AttachmentId id) => $"/evrak/ek/{id.Value:N}";

    /// <summary>The pages of that file as pictures.</summary>
    public static string Pages(AttachmentId id) => File(id) + "/sayfa";

    /// <summary>What is open in one unit, or in it and all below it; of that perhaps only what is late, or will be within the week.</summary>
    public static string BelowAt(UnitId unit, bool withBelow, string? due = null) => $"{Below}?yer={unit.Value}{(withBelow ? WithAllBelow : "")}{(due is null ? "" : $"&sure={due}")}";

    /// <summary>The same of all units within reach.</summary>
    public static string BelowDue(string due) => $"{Below}?sure={due}";

    /// <summary>A case beside the list it was opened from.</summary>
    public static string CaseBeside(string box, string number) => $"{box}?{Beside}={number}";
}
