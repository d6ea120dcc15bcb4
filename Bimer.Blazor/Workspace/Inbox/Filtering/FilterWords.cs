using System.Globalization;
using Bimer.Blazor.Shell;
using Bimer.Domain.Cases;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Workspace.Inbox.Filtering;

/// <summary>Whose names stand in what a filter asks for.</summary>
public sealed record FilterNames(UnitNames Units, PlaceDirectory Places, TopicDirectory Topics, ServiceCatalogue Services);

/// <summary>Says each criterion of a filter in a few words, for the chips that take it away again.</summary>
public sealed class FilterWords(CaseWords words, IStringLocalizer<InboxWords> text, FilterNames names)
{
    /// <param name="name">The name of the criterion in the address.</param>
    public string Of(string name, BoxFilter filter) => name switch
    {
        "tur" => All(filter.Kind!, words.Of),
        "tip" => words.Of(filter.Basis!.Value),
        "yol" => All(filter.Channel!, words.Of),
        "oncelik" => text["Chip.oncelik", All(filter.Priority!, words.Of)],
        "il" => names.Places.NameOf(filter.Plate!.Value) ?? "",
        "ilce" => filter.District!,
        "gonderen" => text["Chip.gonderen", All(filter.Sender!, sender => sender.Unit is { } unit ? names.Units.Of(unit) : text["Citizen"].Value)],
        "yer" or "asama" or "zimmet" or "bekleyis" => Whose(name, filter),
        "kayit" or "kayit-son" or "gelis" or "gelis-son" or "bitis" or "bitis-son" or "gecen" or "gecen-son" => When(name, filter),
        "sure" => text["Due." + filter.Due],
        "sonuc" => text["Chip.sonuc", All(filter.Outcome!, outcome => text["Outcome." + outcome].Value)],
        "hizmet" => text["Chip.hizmet", All(filter.Service!, names.Services.NameOf)],
        "teslim" => text["Chip.teslim", All(filter.Delivery!, delivery => text["Delivery." + delivery].Value)],
        "kimlik" => text["Hidden." + filter.Hidden],
        "ek" => text["Files." + filter.WithFiles],
        "amac" => words.Of(filter.Purpose!.Value),
        "durum" => text["Closed." + filter.Closed],
        "bekleme" => text["Hold." + filter.Hold],
        "konu" or "basvuran" or "dogrulama" or "gonderilmeyecek" => Inside(name, filter),
        "metin" => text["Chip.metin", filter.Text!],
        "sutun" => text["Chip.sutun"],
        _ => text["Chip.sayi", new CaseNumber(filter.Case!.Value).ToString()],
    };

    private string When(string name, BoxFilter filter) => name switch
    {
        "kayit" => text["Chip.kayit", Day(filter.FiledFrom)],
        "kayit-son" => text["Chip.kayit-son", Day(filter.FiledUntil)],
        "gelis" => text["Chip.gelis", Day(filter.ReceivedFrom)],
        "gelis-son" => text["Chip.gelis-son", Day(filter.ReceivedUntil)],
        "bitis" => text["Chip.bitis", Day(filter.DueFrom)],
        "bitis-son" => text["Chip.bitis-son", Day(filter.DueUntil)],
        "gecen" => text.Counted("Chip.gecen", filter.ElapsedFrom!.Value),
        _ => text.Counted("Chip.gecen-son", filter.ElapsedUntil!.Value),
    };

    private string Whose(string name, BoxFilter filter) => name switch
    {
        "yer" => text[filter.WithBelow ? "Chip.yer.alti" : "Chip.yer", All(filter.At!, names.Units.Of)],
        "asama" => All(filter.State!, words.Of),
        "zimmet" => text["Custody." + filter.Custody],
        _ => text.Counted("Chip.bekleyis", filter.RestingDays!.Value),
    };

    private string Inside(string name, BoxFilter filter) => name switch
    {
        "konu" => text["Chip.konu", All(filter.Topic!, code => names.Topics.NameOf(code))],
        "basvuran" => words.Of(filter.Applicant!.Value),
        "dogrulama" => All(filter.Check!, check => text["Check." + check].Value),
        _ => text["Excluding." + filter.Excluding],
    };

    private static string All<T>(Several<T> values, Func<T, string> say)
        where T : notnull => string.Join(", ", values.Values.Select(say));

    private static string Day(DateOnly? day) => day!.Value.ToString("dd.MM.yyyy", CultureInfo.CurrentCulture);
}
