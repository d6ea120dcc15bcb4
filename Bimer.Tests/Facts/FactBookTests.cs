using Bimer.Blazor.Facts;
using Bimer.Domain.Cases;
using Bimer.Domain.Replies;
using Bimer.Domain.Time;
using FluentAssertions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Bimer.Tests.Given;

namespace Bimer.Tests.Facts;

public sealed class FactBookTests
{
    private static readonly FactBook Book = FactBook.Shipped;

    [Fact]
    public void The_country_has_81_provinces_and_973_districts()
    {
        Book.Provinces.Should().HaveCount(81);
        Book.Provinces.Select(p => p.Number).Should().BeEquivalentTo(Enumerable.Range(1, 81));
        Book.Districts.Should().HaveCount(973).And.OnlyHaveUniqueItems(d => d.Code);
        Book.Districts.Should().OnlyContain(d => d.Latitude > 35.5 && d.Latitude < 42.5 && d.Longitude > 25.5 && d.Longitude < 45);
    }

    [Fact]
    public void There_are_34_topics_with_153_subtopics()
    {
        Book.Subjects.Should().HaveCount(153).And.OnlyHaveUniqueItems(s => s.Code);
        Book.Subjects.Select(s => (s.TopicCode, s.Topic)).Distinct().Should().HaveCount(34);
    }

    [Fact]
    public void Holidays_are_sorted_and_complete_from_2015_to_2035()
    {
        Book.Holidays.Should().BeInAscendingOrder(h => h.Date);
        foreach (var year in Enumerable.Range(2015, 21)) HolidaysOf(year);
        // Ramazan wanders backwards through the year: 2033 has two of them, 2 January and 23 December.
        Book.Holidays.Count(h => Is(h.Name, "Ramazan Bayramı 1. gün")).Should().Be(22);
        Book.Holidays.Count(h => Is(h.Name, "Kurban Bayramı 1. gün")).Should().Be(21);
    }

    [Fact]
    public void Half_holidays_are_the_three_eves()
    {
        var halves = Book.Holidays.Where(h => h.Kind == HolidayKind.HalfDay).ToList();
        halves.Should().OnlyContain(h => h.Name.EndsWith("arifesi", StringComparison.Ordinal)).And.HaveCount(22 + 21 + 21);
    }

    [Fact]
    public void The_catalogue_has_8_to_12_services_for_every_kind_of_unit_and_every_directorate()
    {
        Book.Catalogue.Should().OnlyHaveUniqueItems(c => c.Code);
        var lists = Book.Catalogue.GroupBy(c => (c.UnitKind, c.Directorate)).ToList();
        lists.Should().OnlyContain(l => l.Count() >= 8 && l.Count() <= 12);
        lists.Select(l => l.Key.Directorate).OfType<string>().Should().BeEquivalentTo(Book.Directorates.Select(d => d.Key));
        lists.Should().HaveCount(6 + 10);
    }

    [Fact]
    public void Reasons_name_their_law_and_article()
    {
        Book.InadmissibilityReasons.Select(r => r.Law).Distinct(StringComparer.Ordinal).Should().BeEquivalentTo("3071", "4982", "CIMER-2022");
        Book.InadmissibilityReasons.Single(r => Is(r.Code, "DEVLET_SIRRI")).Should().BeEquivalentTo(new { Article = "m.16", NeedsGround = true });
        Book.InadmissibilityReasons.Single(r => Is(r.Code, "YANLIS_MAKAM")).NeedsGround.Should().BeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_petition_is_turned_away_by_its_own_law_and_by_the_regulation_where_that_is_in_use(bool withRegulation)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Bimer:Inadmissibility:Regulation"] = withRegulation ? null : "false" };
        using var services = new ServiceCollection().AddFacts(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
        var reasons = services.GetRequiredService<InadmissibilityReasons>();

        reasons.Of(LegalBasis.PetitionAct).Select(r => r.Law).Distinct(StringComparer.Ordinal).Should().Equal(withRegulation ? ["3071", "CIMER-2022"] : ["3071"]);
        reasons.Of(LegalBasis.InformationAct).Should().OnlyContain(r => Is(r.Law, "4982")).And.HaveCountGreaterThan(10);
        reasons.All.Select(r => r.Code).Should().NotContain(["YANLIS_MAKAM", "YAYIMLANMIS", "KISMEN"], "a forward, and answers that grant");
        reasons.All.Should().OnlyContain(r => r.ToString().Length <= InadmissibilityReason.LongestKept && InadmissibilityReason.Parse(r.ToString()) == r);
        reasons.All.Should().OnlyContain(r => reasons.WordingOf(r.Code).Length > 0 && reasons.WordingOf(r.Code).Length < Inadmissibility.LongestGround, "each has its standard wording");
        reasons.WordingOf("YOK").Should().BeEmpty();
        (reasons.Find("BELLI_KONU_YOK", LegalBasis.InformationAct), reasons.Find("", LegalBasis.PetitionAct)).Should().Be((null, null));
    }

    [Theory]
    [InlineData("subjects.csv", "34,Diğer,34.01", "34,Diğer,33.02", "does not belong")]
    [InlineData("subjects.csv", "34.01", "01.01", "does not belong")]
    [InlineData("subjects.csv", "33.02", "33.01", "appears twice")]
    [InlineData("holidays.csv", "2035-01-01", "2035-01-32", "is not a date")]
    [InlineData("provinces-districts.csv", "81,Düzce,", "82,Düzce,", "plate is not")]
    [InlineData("provinces-districts.csv", "01,Adana,1,", "01,Adane,1,", "told in two ways")]
    [InlineData("detsis-codes.csv", "24302121", "2430212", "not 8 digits")]
    public void A_wrong_value_stops_the_book_and_names_the_place(string file, string right, string wrong, string problem)
    {
        var load = () => FactBook.Load(name => Is(name, file) ? Changed(name, t => t.Replace(right, wrong, StringComparison.Ordinal)) : FactFiles.Open(name));
        load.Should().Throw<FactFileException>().WithMessage($"{file}(*{problem}*").Where(e => e.Line > 1);
    }

    [Fact]
    public void A_missing_district_stops_the_book()
    {
        var load = () => FactBook.Load(name => Is(name, "provinces-districts.csv") ? Changed(name, WithoutLastLine) : FactFiles.Open(name));
        load.Should().Throw<FactFileException>().WithMessage("provinces-districts.csv: 973 were expected, 972 found");
    }

    [Fact]
    public void Every_data_file_is_named_in_the_readme_with_its_licence()
    {
        var embedded = typeof(FactFiles).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("Facts.Data.", StringComparison.Ordinal)).Select(n => n["Facts.Data.".Length..]);
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "Bimer.Blazor", "Facts", "README.md"));
        embedded.Should().NotBeEmpty().And.OnlyContain(n => readme.Contains($"`{n}`", StringComparison.Ordinal));
        readme.Should().Contain("GeoNames").And.Contain("CC BY 4.0");
    }

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    private static void HolidaysOf(int year)
    {
        var full = Book.Holidays.Where(h => h.Date.Year == year && h.Kind == HolidayKind.FullDay).Select(h => h.Name).ToList();
        full.Should().Contain(
            ["Yılbaşı", "Ulusal Egemenlik ve Çocuk Bayramı", "Emek ve Dayanışma Günü", "Atatürk'ü Anma, Gençlik ve Spor Bayramı", "Zafer Bayramı", "Cumhuriyet Bayramı"],
            "the year is {0}", year);
        full.Contains("Demokrasi ve Millî Birlik Günü").Should().Be(year >= 2017, "law 6752 applies from 2017; the year is {0}", year);
        full.Where(n => n.StartsWith("Kurban", StringComparison.Ordinal)).Should().HaveCount(4, "the year is {0}", year);
    }

    private static StringReader Changed(string file, Func<string, string> change)
    {
        using var original = FactFiles.Open(file);
        return new StringReader(change(original.ReadToEnd()));
    }

    private static string WithoutLastLine(string text) => text[..(text.TrimEnd('\n').LastIndexOf('\n') + 1)];
}
