using Bimer.Blazor.Workspace.Registering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>What a letter asks for, item by item, at a recording desk (S8, S13).</summary>
public sealed class WantedItemsAtTheDeskTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_items_of_a_letter_are_recorded_one_a_line_and_those_of_another_kind_are_not(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        var form = ADesk.SilentLetter with { Kind = nameof(CaseKind.InformationRequest), Items = "Bütçe\r\n\r\n Personel  sayısı" };

        (await desk.RecordAsync(form)).Should().BeOfType<RegisterAnswer.Recorded>();
        (desk.Intake, desk.Version) = (Guid.NewGuid(), 0);
        (await desk.RecordAsync(form with { Kind = nameof(CaseKind.Complaint), Items = new string('x', 999) })).Should().BeOfType<RegisterAnswer.Recorded>();

        await using var db = await office.DbAsync();
        var cases = await db.Cases.Include(c => c.Petition).OrderBy(c => c.Id).ToListAsync();
        cases.Select(c => string.Join('|', c.Items.All)).Should().Equal("Bütçe|Personel sayısı", "");
        cases[0].Petition!.Text.Should().Be(ACase.Words);
    }

    [Fact]
    public async Task An_item_that_is_too_long_is_named_at_its_field_and_stays()
    {
        var desk = await ADesk.OpenAsync(Kind.Sqlite, IntakeChannel.Letter);
        await using var office = desk.Office;
        var form = ADesk.SilentLetter with { Kind = nameof(CaseKind.InformationRequest), Items = "Bütçe\n" + new string('x', 251) };

        var answer = (RegisterAnswer.Incomplete)await desk.RecordAsync(form);

        answer.Faults.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Field = "istenenler", Refusal = new Refusal.RequestedItemTooLong(2, 251, 250) });
        (await desk.SitDownAsync()).Value!.Form.Items.Should().Be(form.Items);
    }
}
