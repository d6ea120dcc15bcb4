using Bimer.Blazor.Portal;
using Bimer.Blazor.Portal.Filing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Portal;

/// <summary>One visit, one petition, one number, whatever browsers, fingers and crashes do.</summary>
public sealed class FilingTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Eight_posts_at_once_and_one_the_next_morning_give_one_number(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var citizen = await PassedAsync(office);
        var view = (await citizen.WriteWholeAsync())!;
        await AddAsync(office, view.Visit, "sokak.pdf");
        var (proof, shown) = (await citizen.ProofAsync(view.Visit), await citizen.ShownAsync(view));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => citizen.SendAsync(view, proof: proof, shown: shown)));
        office.Clock.Pass(TimeSpan.FromHours(20));
        var late = await citizen.SendAsync(view, proof: proof, shown: shown);

        answers.Append(late).Select(a => ((FilingAnswer.Filed)a).Number).Distinct().Should().ContainSingle();
        ((FilingAnswer.Filed)late).Before.Should().BeTrue();
        await using var db = await office.DbAsync();
        (await db.Cases.CountAsync(), await db.SealedIdentities.CountAsync(), await db.IdentityLookups.CountAsync()).Should().Be((1, 1, 3));
        (await db.OutboxMessages.CountAsync()).Should().Be(1, "one receipt by SMS");
        (await db.FilingSessions.SingleAsync()).SealedDraft.Should().BeNull("the draft has become a case");
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_hidden_case_leaves_no_index_row_no_mask_and_no_file_name(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var citizen = await PassedAsync(office);
        var view = (await citizen.WriteWholeAsync(draft => draft with { HideIdentity = true }))!;
        await AddAsync(office, view.Visit, "Ayşe Yılmaz tapu.pdf");

        (await citizen.SendAsync(view)).Should().BeOfType<FilingAnswer.Filed>();

        await using var db = await office.DbAsync();
        var filed = await db.Cases.SingleAsync();
        (filed.Concealment, filed.MaskedName).Should().Be((IdentityConcealment.ByApplicant, null));
        (await db.IdentityLookups.CountAsync(), await db.DraftFiles.CountAsync()).Should().Be((0, 0));
        (await db.Attachments.SingleAsync()).Name.Should().Be("Ek-1.pdf");
    }

    [Fact]
    public async Task An_open_case_keeps_the_mask_the_receiver_the_deadline_and_its_files()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var citizen = await PassedAsync(office);
        var ankara = office.Unit("Ankara Valiliği");
        var view = (await citizen.WriteWholeAsync(draft => draft with { Institution = ankara.Value }))!;
        await AddAsync(office, view.Visit, "sokak.pdf");
        await citizen.SendAsync(view);

        await using var db = await office.DbAsync();
        var filed = await db.Cases.Include(c => c.Petition).Include(c => c.Routings).SingleAsync();
        (filed.MaskedName, filed.Plate, filed.District, filed.Channel, filed.LegalNoticeVersion).Should().Be(("A***** Y*****", 6, "Çankaya", IntakeChannel.Internet, LegalNotice.Version));
        (filed.Routings[0].To, filed.Routings[0].State, filed.ReceivedOn, filed.DueOn).Should().Be((ankara, RoutingState.Waiting, People.Monday, new DateOnly(2026, 4, 1)));
        filed.Petition!.Text.Should().Be(ACase.Words);
        (await db.Attachments.SingleAsync()).Name.Should().Be("sokak.pdf");
    }

    [Theory]
    [InlineData(6_000, true)]
    [InlineData(6_001, false)]
    public async Task Six_thousand_characters_pass_and_one_more_is_named_and_kept(int length, bool passes)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var citizen = await PassedAsync(office);
        var text = new string('ğ', length);
        var view = (await citizen.WriteWholeAsync(draft => draft with { Text = text }))!;

        var answer = await citizen.SendAsync(view);

        (answer is FilingAnswer.Filed).Should().Be(passes);
        if (passes) return;
        ((FilingAnswer.Incomplete)answer).Faults.Should().ContainSingle().Which.Refusal.Should().BeOfType<Refusal.PetitionTextTooLong>();
        (await citizen.ReadAsync())!.Draft.Text.Should().Be(text);
    }

    [Fact]
    public async Task What_was_edited_after_the_filing_is_not_added_and_the_visitor_is_told()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var citizen = await PassedAsync(office);
        var view = (await citizen.WriteWholeAsync())!;
        await citizen.SendAsync(view);

        (await citizen.WriteAsync(draft => draft with { Text = "Başka bir şey" })).Should().BeNull();
        var again = await citizen.SendAsync(view with { Draft = view.Draft with { Text = "Başka bir şey" } });

        again.Should().BeOfType<FilingAnswer.Filed>().Which.Before.Should().BeTrue();
        await using var db = await office.DbAsync();
        (await db.Petitions.SingleAsync()).Text.Should().Be(ACase.Words);
    }

    [Fact]
    public async Task A_second_petition_of_the_same_visit_gets_a_number_of_its_own()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var citizen = await PassedAsync(office);
        var first = (FilingAnswer.Filed)await citizen.SendAsync((await citizen.WriteWholeAsync())!);

        (await citizen.AskAsync<NewPetitionHandler, NewPetition>(h => h.HandleAsync(CancellationToken.None))).Should().Be(NewPetition.Begun);
        var second = (FilingAnswer.Filed)await citizen.SendAsync((await citizen.WriteWholeAsync())!);

        second.Number.Should().NotBe(first.Number);
    }

    [Fact]
    public async Task Only_so_many_petitions_a_day_begin_without_a_new_code_in_whichever_browser()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var (one, other) = (await PassedAsync(office), await PassedAsync(office));
        foreach (var citizen in (Citizen[])[one, other]) (await citizen.SendAsync((await citizen.WriteWholeAsync())!)).Should().BeOfType<FilingAnswer.Filed>();
        var most = new GateOptions().FurtherPetitions;

        // Each from the visit that has filed, whose cookie somebody kept.
        for (var begun = 0; begun < most; begun++) (await AgainAsync(begun % 2 == 0 ? one : other)).Should().Be(NewPetition.Begun);
        (await AgainAsync(one)).Should().Be(NewPetition.TooMany);
        (await AgainAsync(other)).Should().Be(NewPetition.TooMany);

        office.Clock.Pass(TimeSpan.FromHours(23));
        (await AgainAsync(one)).Should().Be(NewPetition.Begun, "another day has begun");
    }

    [Fact]
    public async Task Nothing_is_filed_without_the_notice_the_proof_or_what_the_page_showed()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var citizen = await PassedAsync(office);
        var view = (await citizen.WriteWholeAsync())!;

        (await citizen.SendAsync(view, accepts: false)).Should().BeOfType<FilingAnswer.NoticeNotAccepted>();
        (await citizen.SendAsync(view, proof: await citizen.ProofAsync(view.Visit, good: false))).Should().BeOfType<FilingAnswer.CodeNeeded>("without proof a second code goes out");
        (await citizen.SendAsync(view with { Draft = view.Draft with { Plate = 34 } })).Should().BeOfType<FilingAnswer.ChangedMeanwhile>();
        await using var db = await office.DbAsync();
        (await db.Cases.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Without_a_script_the_second_code_from_the_phone_is_the_human_check()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var citizen = await PassedAsync(office);
        var view = (await citizen.WriteWholeAsync())!;
        await citizen.SendAsync(view, proof: "-");
        var command = new FileApplication(true, "", await citizen.NewestCodeAsync(), await citizen.ShownAsync(view));

        var answer = await citizen.AskAsync<FileApplicationHandler, FilingAnswer>(h => h.HandleAsync(command, CancellationToken.None));

        answer.Should().BeOfType<FilingAnswer.Filed>();
    }

    private static async Task<Citizen> PassedAsync(Office office)
    {
        var citizen = new Citizen(office);
        (await citizen.PassAsync()).Should().Be(Bimer.Blazor.Portal.GateAnswer.Passed);
        return citizen;
    }

    private static Task<NewPetition> AgainAsync(Citizen citizen) =>
        citizen.CopyOf().AskAsync<NewPetitionHandler, NewPetition>(handler => handler.HandleAsync(CancellationToken.None));

    private static async Task AddAsync(Office office, Guid visit, string name)
    {
        using var content = new MemoryStream(Documents.Pdf);
        (await office.Services.GetRequiredService<DraftFileBook>().AddAsync(visit, name, content, CancellationToken.None)).Refusal.Should().BeNull();
    }
}
