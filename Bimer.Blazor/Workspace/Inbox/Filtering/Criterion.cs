using System.Globalization;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Workspace.Inbox.Sorting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Searching;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>One criterion of a filter as it stands in an address. What it does not understand it takes for nothing.</summary>
/// <param name="Name">Its name in the address.</param>
internal sealed record Criterion(string Name, Func<BoxFilter, string?> Write, Func<BoxFilter, string, BoxFilter> Read)
{
    internal const string Citizen = "vatandas";
    private const string DayFormat = "yyyy-MM-dd";

    public static readonly Slugs<CaseKind> Kinds = new(
        (CaseKind.Request, "istek"), (CaseKind.Complaint, "sikayet"), (CaseKind.TipOff, "ihbar"), (CaseKind.Opinion, "gorus"),
        (CaseKind.InformationRequest, "bilgi-edinme"), (CaseKind.Thanks, "tesekkur"));

    public static readonly Slugs<LegalBasis> Bases = new((LegalBasis.PetitionAct, "3071"), (LegalBasis.InformationAct, "4982"));

    public static readonly Slugs<IntakeChannel> Channels = new(
        (IntakeChannel.Internet, "internet"), (IntakeChannel.Phone150, "alo150"), (IntakeChannel.Letter, "mektup"), (IntakeChannel.Fax, "faks"),
        (IntakeChannel.Email, "e-posta"), (IntakeChannel.InPerson, "sahsen"), (IntakeChannel.EDevlet, "e-devlet"));

    public static readonly Slugs<Priority> Priorities = new((Priority.Normal, "normal"), (Priority.Urgent, "ivedi"), (Priority.VeryUrgent, "cok-ivedi"));

    public static readonly Slugs<DueFilter> Dues = new((DueFilter.Near, "yakin"), (DueFilter.Week, Addresses.DueWithinWeek), (DueFilter.Late, Addresses.DueLate), (DueFilter.Wanted, "ic-sure"));

    public static readonly Slugs<OutcomeFilter> Outcomes = new(
        (OutcomeFilter.Favourable, "olumlu"), (OutcomeFilter.Unfavourable, "olumsuz"), (OutcomeFilter.Unclassified, "tasnif-disi"), (OutcomeFilter.Granted, "kabul"),
        (OutcomeFilter.Refused, "ret"), (OutcomeFilter.PartlyGranted, "kismen"), (OutcomeFilter.NotExamined, "islenmedi"));

    public static readonly Slugs<DeliveryFilter> Deliveries = new(
        (DeliveryFilter.Queued, "kuyrukta"), (DeliveryFilter.Sent, "gonderildi"), (DeliveryFilter.Failed, "iletilemedi"), (DeliveryFilter.Uncertain, "belirsiz"),
        (DeliveryFilter.NoAddress, "adres-yok"), (DeliveryFilter.Returned, "geri-dondu"), (DeliveryFilter.Posted, "postalandi"));

    public static readonly Slugs<bool> Identities = new((true, "gizli"), (false, "acik"));

    public static readonly Slugs<RoutingPurpose> Purposes = new((RoutingPurpose.Action, "geregi"), (RoutingPurpose.Information, "bilgi"));
    public static readonly Slugs<bool> Ends = new((false, "acik"), (true, "sonuclandi"));
    public static readonly Slugs<HoldFilter> Holds = new((HoldFilter.Reminded, "hatirlatma"), (HoldFilter.Over, "gecen"));
    public static readonly Slugs<RoutingState> States = new(
        (RoutingState.Waiting, "bekliyor"), (RoutingState.Held, "zimmette"), (RoutingState.OnHold, "beklemede"), (RoutingState.AwaitingApproval, "onayda"),
        (RoutingState.InRevision, "onaydan-donen"), (RoutingState.CameBack, "iade-gelen"));
    public static readonly Slugs<CustodyFilter> Custodies = new((CustodyFilter.Unread, "okunmamis"), (CustodyFilter.Nobody, "yok"), (CustodyFilter.Somebody, "var"));
    public static readonly Slugs<int> Rests = new((1, "1"), (3, "3"), (7, "7"), (15, "15"), (30, "30"));
    public static readonly Slugs<ApplicantKind> Applicants = new((ApplicantKind.NaturalPerson, "gercek"), (ApplicantKind.LegalEntity, "tuzel"));
    public static readonly Slugs<IdentityCheck> Checks = new(
        (IdentityCheck.Verified, "dogrulandi"), (IdentityCheck.Unverified, "bekliyor"), (IdentityCheck.Stated, "beyan"), (IdentityCheck.Refuted, "uyusmadi"),
        (IdentityCheck.Unverifiable, "dogrulanamadi"));
    public static readonly Slugs<bool> Exclusions = new((true, "var"), (false, "yok"));
    public static readonly Slugs<bool> Files = new((true, "var"), (false, "yok"));

    /// <summary>In the order in which they are told.</summary>
    public static readonly IReadOnlyList<Criterion> All =
    [
        new("tur", f => Kinds.Of(f.Kind), (f, said) => f with { Kind = Kinds.Several(said) }),
        new("tip", f => Bases.Of(f.Basis), (f, said) => f with { Basis = Bases.Of(said) }),
        new("yol", f => Channels.Of(f.Channel), (f, said) => f with { Channel = Channels.Several(said) }),
        new("oncelik", f => Priorities.Of(f.Priority), (f, said) => f with { Priority = Priorities.Several(said) }),
        new("il", f => f.Plate?.ToString(CultureInfo.InvariantCulture), (f, said) => f with { Plate = NumberOf(said) }),
        new("ilce", f => f.District, (f, said) => f with { District = said.Length > 0 ? said : null }),
        new("gonderen", f => Several.Write(f.Sender, Written), (f, said) => f with { Sender = Several.Read(said, SenderOf) }),
        new("yer", f => f.At is { } at ? UnitPlace.Write(at, f.WithBelow) : null, (f, said) => UnitPlace.Read(said) is var (at, withBelow) ? f with { At = at, WithBelow = withBelow } : f with { At = null, WithBelow = false }),
        new("asama", f => States.Of(f.State), (f, said) => f with { State = States.Several(said) }),
        new("zimmet", f => Custodies.Of(f.Custody), (f, said) => f with { Custody = Custodies.Of(said) }),
        new("kimde", f => f.Holder?.Value.ToString(CultureInfo.InvariantCulture), (f, said) => f with { Holder = NumberOf(said) is { } holder ? new UserId(holder) : null }),
        new("bekleyis", f => Rests.Of(f.RestingDays), (f, said) => f with { RestingDays = Rests.Of(said) }),
        new("kayit", f => Written(f.FiledFrom), (f, said) => f with { FiledFrom = DayOf(said) }),
        new("kayit-son", f => Written(f.FiledUntil), (f, said) => f with { FiledUntil = DayOf(said) }),
        new("gelis", f => Written(f.ReceivedFrom), (f, said) => f with { ReceivedFrom = DayOf(said) }),
        new("gelis-son", f => Written(f.ReceivedUntil), (f, said) => f with { ReceivedUntil = DayOf(said) }),
        new("sure", f => Dues.Of(f.Due), (f, said) => f with { Due = Dues.Of(said) }),
        new("bitis", f => Written(f.DueFrom), (f, said) => f with { DueFrom = DayOf(said) }),
        new("bitis-son", f => Written(f.DueUntil), (f, said) => f with { DueUntil = DayOf(said) }),
        new("gecen", f => Written(f.ElapsedFrom), (f, said) => f with { ElapsedFrom = ElapsedOf(said) }),
        new("gecen-son", f => Written(f.ElapsedUntil), (f, said) => f with { ElapsedUntil = ElapsedOf(said) }),
        new("onayci", f => Written(f.Approver?.Value), (f, said) => f with { Approver = NumberOf(said) is { } approver ? new UserId(approver) : null }),
        new("sonuc", f => Outcomes.Of(f.Outcome), (f, said) => f with { Outcome = Outcomes.Several(said) }),
        new("hizmet", f => Several.Write(f.Service, code => code), (f, said) => f with { Service = Several.Of(Several.Parts(said).Where(ServiceCatalogue.Has)) }),
        new("teslim", f => Deliveries.Of(f.Delivery), (f, said) => f with { Delivery = Deliveries.Several(said) }),
        new("kimlik", f => Identities.Of(f.Hidden), (f, said) => f with { Hidden = Identities.Of(said) }),
        new("ek", f => Files.Of(f.WithFiles), (f, said) => f with { WithFiles = Files.Of(said) }),
        new("amac", f => Purposes.Of(f.Purpose), (f, said) => f with { Purpose = Purposes.Of(said) }),
        new("durum", f => Ends.Of(f.Closed), (f, said) => f with { Closed = Ends.Of(said) }),
        new("bekleme", f => Holds.Of(f.Hold), (f, said) => f with { Hold = Holds.Of(said) }),
        new("konu", f => Several.Write(f.Topic, code => code), (f, said) => f with { Topic = Several.Of(Several.Parts(said)) }),
        new("basvuran", f => Applicants.Of(f.Applicant), (f, said) => f with { Applicant = Applicants.Of(said) }),
        new("dogrulama", f => Checks.Of(f.Check), (f, said) => f with { Check = Checks.Several(said) }),
        new("gonderilmeyecek", f => Exclusions.Of(f.Excluding), (f, said) => f with { Excluding = Exclusions.Of(said) }),
        new("sayi", f => f.Case is { } id ? new CaseNumber(id).ToString() : null, (f, said) => f with { Case = CaseOf(said) }),
        new("metin", f => f.Text, (f, said) => f with { Text = TextOf(said) }),
        new("sutun", f => f.Columns?.Letters, (f, said) => f with { Columns = BoxTable.Read(said) }),
        new("sira", f => f.Order?.Slug, (f, said) => f with { Order = BoxOrder.Read(said) }),
    ];

    private static string? Written(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Written(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static string Written(BoxSender sender) => Written(sender.Unit?.Value) ?? Citizen;

    // Years nobody has worked in would only be a way to walk off the end of the calendar.
    private static DateOnly? DayOf(string said) =>
        DateOnly.TryParseExact(said, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2200 ? day : null;

    private static int? ElapsedOf(string said) => NumberOf(said) is { } days and <= BoxFilter.MostElapsed ? days : null;

    private static int? NumberOf(string said) => int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static BoxSender? SenderOf(string said) =>
        string.Equals(said, Citizen, StringComparison.Ordinal) ? new BoxSender(null) : NumberOf(said) is { } unit ? new BoxSender(new UnitId(unit)) : null;

    // What cannot be searched is told where it is typed.
    private static string? TextOf(string said) => SearchText.Parse(said).IsAccepted ? said.Trim() : null;

    private static CaseId? CaseOf(string said) => CaseNumber.Parse(said).Value is { CaseId.Value: > 0 } number ? number.CaseId : null;
}
