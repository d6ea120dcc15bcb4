using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Registering;
using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>"Bu mektupta var mı?": asked of every empty field, and read again on the case page (S13).</summary>
public sealed class AskedFieldsTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory]
    [InlineData("", "", FieldPresence.Unreadable, FieldPresence.Unreadable)]
    [InlineData("6", "", FieldPresence.Filled, FieldPresence.NotThere)]
    [InlineData("6", "Çankaya", FieldPresence.Filled, FieldPresence.Filled)]
    public void The_district_is_asked_for_itself_where_the_province_is_known(string plate, string district, FieldPresence place, FieldPresence found)
    {
        var form = ADesk.SilentLetter with { Plate = plate, District = district };
        form = form with { Presence = Answering(form, IntakeField.Place) };

        (form.PresenceOf(IntakeField.Place), form.PresenceOf(IntakeField.District)).Should().Be((place, found));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task What_the_letter_did_not_say_is_read_on_the_case_page_and_never_what_it_said(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        var form = ADesk.SilentLetter with
        {
            NationalId = Canaries.Citizen.NationalId, GivenName = Canaries.Citizen.GivenName, Surname = Canaries.Citizen.Surname, Email = Canaries.Email, Address = Canaries.ContactAddress, HideIdentity = "on",
        };
        (await desk.RecordAsync(form with { Presence = Answering(form, IntakeField.Phone) })).Should().BeOfType<RegisterAnswer.Recorded>();
        await using var db = await office.DbAsync();
        var filed = await db.Cases.SingleAsync();

        var sheet = (await office.For<CaseQuery>(desk.Officer).ReadAsync(filed.NumberOf(), CancellationToken.None))!;

        sheet.Answers.Single(a => a.Field == IntakeField.Phone).Presence.Should().Be(FieldPresence.Unreadable);
        sheet.Answers.Where(a => a.Presence == FieldPresence.NotThere).Select(a => a.Field).Should().BeEquivalentTo([IntakeField.Education, IntakeField.Place, IntakeField.District]);
        Canaries.In(System.Text.Json.JsonSerializer.Serialize(sheet.Answers)).Should().BeEmpty();
        var elsewhere = await office.HireAsync(7, OfficerRole.CaseOfficer, office.Unit("Ankara İl Sağlık Müdürlüğü"));
        await office.ForwardAsync(desk.Officer, await db.Routings.Select(r => r.Id).SingleAsync(), null, ReplyStories.Line(office.Unit("Ankara İl Sağlık Müdürlüğü")));
        (await office.For<CaseQuery>(elsewhere).ReadAsync(filed.NumberOf(), CancellationToken.None))!.Answers.Should().BeEmpty("an envelope does not tell what is in it");
    }

    private static Dictionary<string, string> Answering(DeskForm form, IntakeField unreadable) =>
        new(form.Presence, StringComparer.Ordinal) { [unreadable.ToString()] = nameof(FieldPresence.Unreadable) };
}
