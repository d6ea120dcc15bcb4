using Bimer.Blazor.Facts;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Facts;

public sealed class OrganisationTreeTests
{
    private static readonly OrganisationTree Tree = OrganisationTree.Shipped;

    [Theory]
    [InlineData(UnitKind.State, 1)]
    [InlineData(UnitKind.Centre, 1)]
    [InlineData(UnitKind.Ministry, 21)]
    [InlineData(UnitKind.Governorship, 81)]
    [InlineData(UnitKind.DistrictGovernorship, 973)]
    [InlineData(UnitKind.Directorate, 810)]
    public void The_tree_has_so_many_units_of_a_kind(UnitKind kind, int count) => Tree.Units.Count(u => u.Kind == kind).Should().Be(count);

    [Fact]
    public void There_are_at_least_five_independent_bodies() => Tree.Units.Count(u => u.Kind == UnitKind.IndependentBody).Should().BeGreaterThanOrEqualTo(5);

    [Fact]
    public void Ids_numbers_and_names_are_unique()
    {
        Tree.Units.Should().OnlyHaveUniqueItems(u => u.Id);
        Tree.Units.Should().OnlyHaveUniqueItems(u => u.DetsisCode);
        Tree.Units.Should().OnlyHaveUniqueItems(u => u.FullName);
        Tree.Units.Should().OnlyHaveUniqueItems(u => new { u.ParentId, u.Name });
        Tree.Units.Should().OnlyContain(u => u.Id.Value > 0 && u.Id.Value < UnitIds.FirstFree);
    }

    [Fact]
    public void A_parent_stands_before_its_children_so_there_is_no_cycle_and_one_root()
    {
        var seen = new HashSet<UnitId>();
        foreach (var unit in Tree.Units)
        {
            if (unit.ParentId is { } parent) seen.Should().Contain(parent, "{0} hangs on it", unit.FullName);
            seen.Add(unit.Id);
        }

        Tree.Units.Where(u => u.ParentId is null).Should().ContainSingle().Which.Kind.Should().Be(UnitKind.State);
    }

    [Fact]
    public void Every_unit_hangs_on_the_kind_the_decisions_name()
    {
        Tree.Units.Where(u => u.ParentId is not null).Should().OnlyContain(u => Tree[u.ParentId!.Value].Kind ==
            (u.Kind == UnitKind.Directorate || u.Kind == UnitKind.DistrictGovernorship ? UnitKind.Governorship : UnitKind.State));
        Tree.Units.Where(u => u.Plate is not null && u.Kind != UnitKind.Governorship).Should().OnlyContain(u => string.Equals(Tree[u.ParentId!.Value].Plate, u.Plate, StringComparison.Ordinal));
    }

    [Fact]
    public void A_directorate_works_for_one_ministry_and_nothing_else_does()
    {
        var working = Tree.Units.Where(u => u.FunctionalParentId is not null).ToList();
        working.Should().OnlyContain(u => u.Kind == UnitKind.Directorate && Tree[u.FunctionalParentId!.Value].Kind == UnitKind.Ministry);
        working.GroupBy(u => u.FunctionalParentId).Should().HaveCount(10).And.OnlyContain(g => g.Count() == 81);
        Tree.Named("Ankara İl Sağlık Müdürlüğü").FunctionalParentId.Should().Be(Tree.Named("Sağlık Bakanlığı").Id);
    }

    [Theory]
    [InlineData("Sağlık Bakanlığı", "24322010")]
    [InlineData("Bilim, Sanayi ve Teknoloji Bakanlığı", "24302121")]
    [InlineData("Sosyal Güvenlik Kurumu", "22620739")]
    [InlineData("Afet ve Acil Durum Yönetimi Başkanlığı", "56388857")]
    public void Known_numbers_are_used_and_marked_as_real(string name, string code)
    {
        Tree.Named(name).DetsisCode.Value.Should().Be(code);
        Tree.Named(name).IsRepresentative.Should().BeFalse();
    }

    [Fact]
    public void A_number_is_real_and_from_the_list_or_made_up_and_from_the_reserved_block()
    {
        var listed = FactBook.Shipped.DetsisCodes.Select(d => d.Code).ToHashSet();
        Tree.Units.Should().OnlyContain(u => u.IsRepresentative == UnitIds.IsRepresentative(u.DetsisCode) && u.IsRepresentative != listed.Contains(u.DetsisCode));
        listed.Should().NotContain(c => UnitIds.IsRepresentative(c));
        Tree.Units.Count(u => !u.IsRepresentative).Should().Be(17);
    }

    [Fact]
    public void Building_again_gives_the_same_units() => OrganisationTree.Build(FactBook.Load(FactFiles.Open)).Units.Should().Equal(Tree.Units);

    [Theory]
    [InlineData("Başbakanlık", 1)]
    [InlineData("BİMER Merkezi", 2)]
    [InlineData("Ankara Valiliği", 6000)]
    [InlineData("Ankara İl Sağlık Müdürlüğü", 6001)]
    [InlineData("Çankaya Kaymakamlığı", 6107)]
    [InlineData("İzmir İl Millî Eğitim Müdürlüğü", 35002)]
    [InlineData("Merkez Kaymakamlığı (Adıyaman)", 2106)]
    public void Ids_stay_as_they_were_first_given(string fullName, int id) => Tree.Named(fullName).Id.Should().Be(new UnitId(id));

    [Fact]
    public void Districts_of_one_name_are_told_apart_by_their_province()
    {
        Tree.Units.Where(u => string.Equals(u.Name, "Gölbaşı Kaymakamlığı", StringComparison.Ordinal)).Select(u => u.FullName).Should()
            .BeEquivalentTo("Gölbaşı Kaymakamlığı (Adıyaman)", "Gölbaşı Kaymakamlığı (Ankara)");
        Tree.Named("Çankaya Kaymakamlığı").Qualifier.Should().BeNull();
    }

    [Theory]
    [InlineData("01.01", "Sağlık Bakanlığı")]
    [InlineData("16.01", "Toplu Konut İdaresi Başkanlığı")]
    [InlineData("29.01", "Afet ve Acil Durum Yönetimi Başkanlığı")]
    [InlineData("12.07", null)]
    public void A_subject_has_its_usual_owner(string code, string? owner)
    {
        var unit = Tree.OwnerOf(FactBook.Shipped.Subjects.Single(s => string.Equals(s.Code, code, StringComparison.Ordinal)));
        (unit?.FullName).Should().Be(owner);
    }
}
