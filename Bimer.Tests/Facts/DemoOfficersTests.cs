using Bimer.Blazor.Facts;
using Bimer.Blazor.Facts.Demo;
using Bimer.Domain.Organisation;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Facts;

public sealed class DemoOfficersTests
{
    private static readonly DemoOfficers Officers = DemoOfficers.Shipped;
    private static readonly OrganisationTree Tree = OrganisationTree.Shipped;

    [Theory]
    [InlineData("BİMER Merkezi")]
    [InlineData("Sağlık Bakanlığı")]
    [InlineData("İçişleri Bakanlığı")]
    [InlineData("Ankara Valiliği")]
    [InlineData("İzmir Valiliği")]
    public void All_five_roles_are_held_in(string unit)
    {
        foreach (var role in Enum.GetValues<OfficerRole>()) Officers.In(Tree.Named(unit).Id, role).Should().NotBeEmpty("{0} has a {1}", unit, role);
    }

    [Theory]
    [InlineData("Ankara İl Sağlık Müdürlüğü")]
    [InlineData("Çankaya Kaymakamlığı")]
    [InlineData("Konak Kaymakamlığı")]
    [InlineData("İzmir İl Millî Eğitim Müdürlüğü")]
    public void Units_below_have_somebody_who_writes_and_somebody_who_signs(string unit)
    {
        var id = Tree.Named(unit).Id;
        Officers.AreIn(id).Should().BeTrue();
        Officers.ApproversFor(id).Should().NotBeEmpty().And.OnlyContain(a => a.Unit == id);
    }

    [Fact]
    public void A_unit_without_an_approver_takes_the_nearest_one_above_and_at_last_the_centre()
    {
        Officers.ApproversFor(Tree.Named("Polatlı Kaymakamlığı").Id).Should().OnlyContain(a => a.Unit == Tree.Named("Ankara Valiliği").Id).And.NotBeEmpty();
        Officers.ApproversFor(Tree.Named("İstanbul Valiliği").Id).Should().OnlyContain(a => a.Unit == UnitIds.Centre).And.NotBeEmpty();
    }

    [Fact]
    public void Approvers_and_only_approvers_have_a_signing_record()
    {
        Officers.All.Should().OnlyContain(o => o.IyemCode != null == o.Roles.Contains(OfficerRole.Approver));
        Officers.All.Where(o => o.IyemCode is not null).Should().OnlyHaveUniqueItems(o => o.IyemCode).And.OnlyContain(o => o.IyemCode!.Length <= 32);
    }

    [Fact]
    public void Nobody_writes_and_signs() =>
        Officers.All.Should().NotContain(o => o.Roles.Contains(OfficerRole.Approver) && o.Roles.Contains(OfficerRole.CaseOfficer));

    [Fact]
    public void Ids_citizen_numbers_telephones_and_mailboxes_are_unique()
    {
        Officers.All.Should().OnlyHaveUniqueItems(o => o.Id).And.OnlyHaveUniqueItems(o => o.NationalId)
            .And.OnlyHaveUniqueItems(o => o.Mobile).And.OnlyHaveUniqueItems(o => o.Email);
        Officers.All.Should().OnlyContain(o => CitizenNumber.Passes(o.NationalId));
    }

    [Fact]
    public void The_console_lists_every_role() =>
        Officers.Listed.SelectMany(o => o.Roles).Distinct().Should().BeEquivalentTo(Enum.GetValues<OfficerRole>());
}
