using Bimer.Blazor.Facts;
using Bimer.Domain.Kernel;
using Bimer.Domain.Replies;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Domain.Replies;

/// <summary>The services of one unit (S45): what may come into the list, and how often a name stands there.</summary>
public sealed class UnitCatalogueTests
{
    private static readonly UnitId _unit = new(12);
    private static readonly CatalogueItem[] _shipped = [new("TMS-1", "İmar izni", IsClosed: false), new("TMS-2", "Su aboneliği", IsClosed: false)];

    [Theory]
    [InlineData("IMAR IZNI"), InlineData("imar  izni."), InlineData("İMAR İZNİ"), InlineData("imar\u200dizni", false), InlineData("i\u0307mar izni")]
    public void A_name_stands_once_however_it_is_written(string name, bool isTwin = true) =>
        List().Add(_unit, name).Refusal.Should().Be(isTwin ? new Refusal.ServiceNameTaken("İmar izni", IsClosed: false) : null);

    [Theory]
    [InlineData(null), InlineData(""), InlineData(" \t "), InlineData("---"), InlineData("\u202e\u200b")]
    public void What_cannot_be_a_name_is_refused(string? name) => List().Add(_unit, name).Refusal.Should().Be(new Refusal.ServiceUnnamed(UnitCatalogue.LongestName));

    [Fact]
    public void Half_a_character_is_no_name() => List().Add(_unit, "Yarım " + (char)0xD83D).Refusal.Should().Be(new Refusal.ServiceUnnamed(UnitCatalogue.LongestName));

    [Fact]
    public void The_longest_name_counts_and_one_more_letter_does_not()
    {
        List().Add(_unit, new string('a', UnitCatalogue.LongestName)).IsAccepted.Should().BeTrue();
        List().Add(_unit, new string('a', UnitCatalogue.LongestName + 1)).Refusal.Should().Be(new Refusal.ServiceUnnamed(UnitCatalogue.LongestName));
    }

    [Fact]
    public void Closed_services_keep_their_name_and_code_and_what_is_so_already_is_said()
    {
        var closed = List(List().Close("TMS-2", isClosed: true).Value!);

        closed.Find("TMS-2").Should().Be(new CatalogueItem("TMS-2", "Su aboneliği", IsClosed: true));
        closed.Add(_unit, "SU ABONELİĞİ").Refusal.Should().Be(new Refusal.ServiceNameTaken("Su aboneliği", IsClosed: true));
        closed.Close("TMS-2", isClosed: true).Refusal.Should().Be(new Refusal.ServiceIsSo("Su aboneliği"));
        List(closed.Close("TMS-2", isClosed: false).Value!, closed.Rename("TMS-2", "Su ve atık su").Value!).Find("TMS-2").Should().Be(new CatalogueItem("TMS-2", "Su ve atık su", IsClosed: false));
        closed.Rename("TMS-1", "İmar izni").Refusal.Should().Be(new Refusal.ServiceIsSo("İmar izni"));
        closed.Rename("TMS-1", "İMAR İZNİ").Value!.Name.Should().Be("İMAR İZNİ", "its own spelling may be put right");
        closed.Rename("TMS-9", "Başka").Refusal.Should().Be(new Refusal.ServiceUnknown());
    }

    [Fact]
    public void Each_new_service_has_a_code_nobody_had_before()
    {
        var first = List().Add(_unit, "Köprü").Value!;
        var second = List(first).Add(_unit, "Tünel").Value!;

        (first.Code, second.Code).Should().Be(("BRM-12-001", "BRM-12-002"));
        (UnitCatalogue.IsOwnCode(second.Code), UnitCatalogue.IsOwnCode("BRM-12-00x"), UnitCatalogue.IsOwnCode("TMS-VLK-01"), UnitCatalogue.IsOwnCode(new string('B', 33))).Should().Be((true, false, false, false));
    }

    [Fact]
    public void A_full_list_says_so()
    {
        var full = UnitCatalogue.Of(Enumerable.Range(0, UnitCatalogue.MostItems).Select(n => new CatalogueItem("K" + n, "Hizmet " + n, IsClosed: true)), []);

        full.Add(_unit, "Bir daha").Refusal.Should().Be(new Refusal.CatalogueFull(UnitCatalogue.MostItems, UnitCatalogue.MostItems));
    }

    [Fact]
    public void No_shipped_list_has_two_services_of_one_name() =>
        FactBook.Shipped.Catalogue.GroupBy(c => (c.UnitKind, c.Directorate)).Should().AllSatisfy(shelf =>
        {
            var list = UnitCatalogue.Of(shelf.Select(c => new CatalogueItem(c.Code, c.Name, IsClosed: false)), []);
            list.Items.Should().AllSatisfy(item => list.Rename(item.Code, item.Name).Refusal.Should().Be(new Refusal.ServiceIsSo(item.Name)));
        });

    private static UnitCatalogue List(params CatalogueChange[] changes) => UnitCatalogue.Of(_shipped, changes);
}
