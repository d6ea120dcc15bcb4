using Bimer.Blazor.Persistence;
using Bimer.Blazor.Portal.Filing;
using Bimer.Blazor.Portal.Tracking;
using Bimer.Blazor.Shell.Letters;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Portal;

/// <summary>What the page of an answered petition holds (S11): what was asked, who answered, the letter, the files, what may be done now.</summary>
public sealed class OwnCaseTests
{
    public static TheoryData<Kind, bool> Cases => new() { { Kind.Sqlite, false }, { Kind.Sqlite, true }, { Kind.Postgres, false }, { Kind.Postgres, true } };

    [Theory, MemberData(nameof(Cases))]
    public async Task Beside_the_answer_stand_who_gave_it_and_what_was_asked(Kind kind, bool hidden)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var (citizen, number) = await FiledAsync(office, hidden);
        await AnsweredAsync(office, RoutingId.Of(CaseNumber.Parse(number).Value.CaseId, 1), unit);

        var shown = (await ReadAsync(citizen, number))!;

        shown.Petition.Text.Should().Be(ACase.Words);
        shown.Petition.IsHidden.Should().Be(hidden);
        shown.Petition.Files.Select(f => (f.Name, f.Length)).Should().Equal((hidden ? "Ek-1.pdf" : "tutanak.pdf", Documents.Pdf.Length));
        var letter = shown.Answers.Should().ContainSingle().Subject.Letter;
        ReplyLetter.WriterOf(letter).Should().Be("Ankara İl Sağlık Müdürlüğü, Ankara Valiliği");
        (letter.Body, letter.SignedAt).Should().Be((ReplyStories.Html, office.Clock.GetUtcNow()));
        ReplyLetter.RemediesOf(letter).Should().Be("Bu cevaba karşı mevzuatta öngörülen başvuru yollarını kullanabilirsiniz.");
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task The_persons_own_files_open_for_them_alone_and_those_of_a_hidden_petition_for_nobody(Kind kind, bool hidden)
    {
        await using var office = await Office.OpenAsync(kind);
        var (citizen, number) = await FiledAsync(office, hidden);
        var stranger = new Citizen(office, Bimer.Blazor.Facts.Demo.DemoPopulation.Shipped.Published[1]);
        await stranger.PassAsync();

        var file = (await ReadAsync(citizen, number))!.Petition.Files.Should().ContainSingle().Subject.Id;

        (await FindAsync(citizen, file))?.Name.Should().Be("tutanak.pdf");
        (await FindAsync(citizen, file) is null).Should().Be(hidden, "the original of a hidden petition leaves the store for nobody");
        (await FindAsync(stranger, file)).Should().BeNull();
        (await FindAsync(new Citizen(office), file)).Should().BeNull("nobody without a visit");
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Whoever_waits_reads_why_for_as_long_as_it_lasts_and_nothing_of_what_the_office_wrote_for_itself(Kind kind, bool hidden)
    {
        await using var office = await Office.OpenAsync(kind);
        var (citizen, number) = await FiledAsync(office, hidden);
        var (part, ayse) = (RoutingId.Of(CaseNumber.Parse(number).Value.CaseId, 1), await office.HireAsync(11, OfficerRole.CaseOfficer, office.Unit("Ankara Valiliği")));
        await office.OpenAsync(ayse, part);

        (await office.PutOnHoldAsync(ayse, part)).Should().Be(Outcome.Accepted);
        (await ReadAsync(citizen, number))!.OnHold.Should().Equal(TurningStories.Explanation);

        (await office.ResumeAsync(ayse, part)).Should().Be(Outcome.Accepted);
        (await ReadAsync(citizen, number))!.OnHold.Should().BeEmpty();
    }

    private static async Task<(Citizen Citizen, string Number)> FiledAsync(Office office, bool hidden)
    {
        var citizen = new Citizen(office);
        await citizen.PassAsync();
        var view = (await citizen.WriteWholeAsync(draft => draft with { Institution = office.Unit("Ankara Valiliği").Value, HideIdentity = hidden }))!;
        using var content = new MemoryStream(Documents.Pdf);
        (await office.Services.GetRequiredService<DraftFileBook>().AddAsync(view.Visit, "tutanak.pdf", content, CancellationToken.None)).Refusal.Should().BeNull();
        return (citizen, ((FilingAnswer.Filed)await citizen.SendAsync(view)).Number.ToString());
    }

    /// <summary>The governorship sends it on; a unit below answers and the governorship signs.</summary>
    private static async Task AnsweredAsync(Office office, RoutingId first, UnitId unit)
    {
        var above = office.Unit("Ankara Valiliği");
        var (sender, writer) = (await office.HireAsync(1, OfficerRole.CaseOfficer, above), await office.HireAsync(2, OfficerRole.CaseOfficer, unit));
        var approver = await office.HireAsync(3, OfficerRole.Approver, above);
        (await office.OpenAsync(sender, first)).Should().Be(Outcome.Accepted);
        (await office.ForwardAsync(sender, first, lines: ReplyStories.Line(unit))).Should().Be(Outcome.Accepted);
        var routing = RoutingId.Of(first.CaseId, 2);
        (await office.OpenAsync(writer, routing)).Should().Be(Outcome.Accepted);
        var draft = (await office.SaveAsync(writer, routing, 0)).Value!.Version;
        (await office.SubmitAsync(writer, routing, draft, new Signatory(approver.UserId, above))).Should().Be(Outcome.Accepted);
        (await office.ApproveAsync(approver, routing, await office.HashAsync(routing))).Should().Be(Outcome.Accepted);
    }

    private static Task<OwnCaseDetail?> ReadAsync(Citizen citizen, string number) =>
        citizen.AskAsync<TrackingQuery, OwnCaseDetail?>(query => query.ReadAsync(number, CancellationToken.None), Citizen.LookingUp);

    private static Task<Attachment?> FindAsync(Citizen citizen, Guid file) =>
        citizen.AskAsync<TrackingQuery, Attachment?>(query => query.FindFileAsync(file, CancellationToken.None), Citizen.LookingUp);
}
