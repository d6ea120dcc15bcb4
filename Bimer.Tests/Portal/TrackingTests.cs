using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Portal;
using Bimer.Blazor.Portal.Filing;
using Bimer.Blazor.Portal.Tracking;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.Portal;

/// <summary>Başvuru Sorgulama (S11): a number opens nothing without its phone, and a hidden case joins nothing.</summary>
public sealed class TrackingTests
{
    private const string WrongPhone = "0533 987 65 43";

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task A_wrong_number_a_wrong_phone_and_a_wrong_code_tell_nothing_of_what_exists(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var citizen = new Citizen(office);
        var number = await FiledAsync(citizen);
        var missing = new CaseNumber(new CaseId(CaseNumber.Parse(number).Value.CaseId.Value + 1)).ToString();

        foreach (var (asked, phone) in ((string, string)[])[(number, WrongPhone), (missing, citizen.Who.Mobile), (missing, WrongPhone)])
        {
            var visitor = new Citizen(office);
            var before = (await visitor.MessagesAsync()).Count;
            await AskAsync(visitor, asked, phone);
            (await visitor.MessagesAsync()).Should().HaveCount(before + 1, "a code goes out whatever was asked for");
            var code = await visitor.NewestCodeAsync();
            (await visitor.TypeAsync(Other(code))).Should().Be(GateAnswer.WrongCode);
            (await visitor.TypeAsync(code)).Should().Be(GateAnswer.Refused);
            (await ReadAsync(visitor, number)).Should().BeNull();
            (await ListAsync(visitor)).Should().BeNull();
        }

        var owner = new Citizen(office);
        await AskAsync(owner, number, owner.Who.Mobile);
        (await owner.TypeAsync(Other(await owner.NewestCodeAsync()))).Should().Be(GateAnswer.WrongCode, "it sounds the same where the case exists");
        (await owner.TypeAsync(await owner.NewestCodeAsync())).Should().Be(GateAnswer.Passed);
        (await ReadAsync(owner, number))!.Number.Should().Be(number);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_gate_lists_the_persons_own_cases_newest_first_and_nobody_elses(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var citizen = new Citizen(office);
        var first = await FiledAsync(citizen);
        (await citizen.AskAsync<NewPetitionHandler, NewPetition>(h => h.HandleAsync(CancellationToken.None))).Should().Be(NewPetition.Begun);
        var second = await SentAsync(citizen);
        var other = new Citizen(office, DemoPopulation.Shipped.Published[1]);
        var foreign = await FiledAsync(other);

        var later = new Citizen(office);
        (await later.PassAsync()).Should().Be(GateAnswer.Passed);

        (await ListAsync(later))!.Select(c => c.Number).Should().Equal(second, first);
        (await ReadAsync(later, first))!.Kind.Should().Be(CaseKind.Complaint);
        (await ReadAsync(later, foreign)).Should().BeNull();
        (await ListAsync(other))!.Select(c => c.Number).Should().Equal(foreign);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_hidden_case_is_in_no_list_and_its_number_opens_it_alone(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var citizen = new Citizen(office);
        var open = await FiledAsync(citizen);
        await citizen.AskAsync<NewPetitionHandler, NewPetition>(h => h.HandleAsync(CancellationToken.None));
        var hidden = await SentAsync(citizen, draft => draft with { HideIdentity = true });

        var byGate = new Citizen(office);
        await byGate.PassAsync();
        (await ListAsync(byGate))!.Select(c => c.Number).Should().Equal(open);
        (await ReadAsync(byGate, hidden)).Should().BeNull();

        var byNumber = new Citizen(office);
        await AskAsync(byNumber, hidden, byNumber.Who.Mobile);
        (await byNumber.TypeAsync(await byNumber.NewestCodeAsync())).Should().Be(GateAnswer.Passed);
        (await ListAsync(byNumber))!.Select(c => c.Number).Should().Equal(hidden);
        (await ReadAsync(byNumber, open)).Should().BeNull("nothing joins a hidden case with the person's others");
        (await ReadAsync(byNumber, hidden))!.WaitsAt.Should().NotBeEmpty();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_visit_that_filed_a_hidden_case_shows_it_alone_and_lists_it_beside_nothing(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var citizen = new Citizen(office);
        var open = await FiledAsync(citizen);
        await citizen.AskAsync<NewPetitionHandler, NewPetition>(h => h.HandleAsync(CancellationToken.None));
        var hidden = await SentAsync(citizen, draft => draft with { HideIdentity = true });

        (await ReadAsync(citizen, hidden))!.Number.Should().Be(hidden, "the receipt leads to it");
        (await ListAsync(citizen, hidden))!.Select(c => c.Number).Should().Equal(hidden);
        (await ListAsync(citizen))!.Select(c => c.Number).Should().Equal(open);
        (await ListAsync(citizen, open))!.Select(c => c.Number).Should().Equal(open);
    }

    [Fact]
    public async Task Looking_a_case_up_leaves_an_unfinished_petition_where_it_was()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var citizen = new Citizen(office);
        var number = await FiledAsync(citizen);
        await citizen.AskAsync<NewPetitionHandler, NewPetition>(h => h.HandleAsync(CancellationToken.None));
        await citizen.WriteWholeAsync(draft => draft with { Text = "Yarım kalan dilekçem" });

        await AskAsync(citizen, number, citizen.Who.Mobile);
        (await citizen.TypeAsync(await citizen.NewestCodeAsync(), Citizen.LookingUp)).Should().Be(GateAnswer.Passed);

        (await ListAsync(citizen))!.Select(c => c.Number).Should().Equal(number);
        (await citizen.ReadAsync())!.Draft.Text.Should().Be("Yarım kalan dilekçem");
        var second = await SentAsync(citizen);
        (await ReadAsync(citizen, second))!.Number.Should().Be(second, "what was filed last is what is looked at next");
    }

    [Fact]
    public async Task Whoever_came_to_look_up_and_files_keeps_the_receipt_and_the_number()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var citizen = new Citizen(office);
        await citizen.EnterAsync(gate => gate with { ForTracking = true });
        (await citizen.TypeAsync(await citizen.NewestCodeAsync(), Citizen.LookingUp)).Should().Be(GateAnswer.Passed);

        var number = await SentAsync(citizen);

        (await citizen.AskAsync<ReceiptQuery, Receipt?>(query => query.ReadAsync(number, CancellationToken.None)))!.Number.Should().Be(number);
        (await ReadAsync(citizen, number))!.Number.Should().Be(number);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task The_files_of_an_answer_open_after_the_signature_and_for_their_owner_alone(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var unit = office.Unit("Ankara Valiliği");
        var (citizen, stranger) = (new Citizen(office), new Citizen(office, DemoPopulation.Shipped.Published[1]));
        var number = await FiledAsync(citizen, draft => draft with { Institution = unit.Value });
        await FiledAsync(stranger);
        var routing = RoutingId.Of(CaseNumber.Parse(number).Value.CaseId, 1);
        var (writer, approver) = (await office.HireAsync(1, OfficerRole.CaseOfficer, unit), await office.HireAsync(2, OfficerRole.Approver, unit));
        (await office.OpenAsync(writer, routing)).Should().Be(Outcome.Accepted);
        var file = (await office.AttachAsync(writer, routing, "karar.pdf", Documents.Pdf)).Value!.Id.Value;
        var draft = (await office.SaveAsync(writer, routing, 0)).Value!.Version;
        (await office.SubmitAsync(writer, routing, draft, new Bimer.Blazor.Persistence.Signatory(approver.UserId, unit))).Should().Be(Outcome.Accepted);

        (await FindAsync(citizen, file)).Should().BeNull("it is not signed");
        (await office.ApproveAsync(approver, routing, await office.HashAsync(routing))).Should().Be(Outcome.Accepted);

        (await FindAsync(citizen, file))!.Name.Should().Be("karar.pdf");
        (await FindAsync(stranger, file)).Should().BeNull();
        (await FindAsync(new Citizen(office), file)).Should().BeNull("nobody without a visit");
        var answer = (await ReadAsync(citizen, number))!.Answers.Should().ContainSingle().Subject;
        answer.Letter.Body.Should().Be(ReplyStories.Html);
        answer.Files.Should().Equal(new OwnFile(file, "karar.pdf", Documents.Pdf.Length));
    }

    internal static async Task<string> FiledAsync(Citizen citizen, Func<FilingDraft, FilingDraft>? change = null)
    {
        (await citizen.PassAsync()).Should().Be(GateAnswer.Passed);
        return await SentAsync(citizen, change);
    }

    private static async Task<string> SentAsync(Citizen citizen, Func<FilingDraft, FilingDraft>? change = null) =>
        ((FilingAnswer.Filed)await citizen.SendAsync((await citizen.WriteWholeAsync(change))!)).Number.ToString();

    private static Task<bool> AskAsync(Citizen citizen, string number, string phone) => citizen.AskAsync<EnterGateHandler, bool>(async gate =>
    {
        await gate.HandleAsync(new EnterByNumber(CaseNumber.Parse(number).Value, MobileNumber.Parse(phone).Value!), CancellationToken.None);
        return true;
    }, Citizen.LookingUp);

    private static string Other(string code) => code[..^1] + (code[^1] == '0' ? '1' : '0');

    private static Task<IReadOnlyList<OwnCase>?> ListAsync(Citizen citizen, string? chosen = null) =>
        citizen.AskAsync<TrackingQuery, IReadOnlyList<OwnCase>?>(query => query.ListAsync(chosen, CancellationToken.None), Citizen.LookingUp);

    internal static Task<OwnCaseDetail?> ReadAsync(Citizen citizen, string number) =>
        citizen.AskAsync<TrackingQuery, OwnCaseDetail?>(query => query.ReadAsync(number, CancellationToken.None), Citizen.LookingUp);

    private static Task<Attachment?> FindAsync(Citizen citizen, Guid file) =>
        citizen.AskAsync<TrackingQuery, Attachment?>(query => query.FindFileAsync(file, CancellationToken.None), Citizen.LookingUp);
}
