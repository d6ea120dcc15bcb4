using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Outbox;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Bimer.Tests.UseCases.CaseDetail.AnsweredMail;

namespace Bimer.Tests.UseCases.CaseDetail;

/// <summary>An answer of which nobody knows whether it arrived: shown as such, decided by a person, once, and written down (C2).</summary>
public sealed class UncertainMailTests
{
    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task Each_state_of_the_outbox_has_its_word_on_the_case(Kind kind)
    {
        await using var story = await AnsweredAsync(kind);

        foreach (var (status, answer, word, since) in ((OutboxStatus, string?, string, string)[])
            [(OutboxStatus.Queued, null, "Kuyrukta", "gönderim sırasına alındı"), (OutboxStatus.Leased, null, "Kuyrukta", "gönderim sırasına alındı"),
             (OutboxStatus.Started, null, "Kuyrukta", "gönderim sırasına alındı"), (OutboxStatus.Sent, "250", "Gönderildi", "teslim aldı"),
             (OutboxStatus.Sent, UncertainMails.Counted, "Gönderildi", "gönderildi saydı"), (OutboxStatus.Failed, "550", "İletilemedi", "başka yoldan ulaşın"),
             (OutboxStatus.NoAddress, null, "E-posta adresi yok", "başvuru sorgulama sayfasından okur"),
             (OutboxStatus.Returned, "5.1.1", "Geri döndü", "böyle bir e-posta adresi yok (5.1.1)"), (OutboxStatus.Returned, "5.2.2", "Geri döndü", "posta kutusu dolu"),
             (OutboxStatus.Posted, "5.1.1", "Postalandı", "posta ile gönderildi"), (OutboxStatus.Uncertain, "lost", "Belirsiz", "bilinmiyor")])
        {
            await SetAsync(story, status, answer);
            var (tag, hint) = await ShownAsync(story);
            tag.Should().Be(word, "{0} ({1})", status, answer);
            hint.Should().Contain(since, "{0} ({1})", status, answer);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Counted_as_sent_it_leaves_no_more_and_the_record_names_who_decided(Kind kind)
    {
        await using var story = await UncertainAsync(kind);
        var coordinator = await story.Office.HireAsync(8, OfficerRole.Coordinator, story.Unit);

        (await ResolveAsync(story, coordinator, MailDecision.CountAsSent)).Should().Be(Outcome.Accepted);

        (await DeliveryAsync(story, coordinator)).State.Should().Be(DeliveryState.CountedAsSent);
        (await RecordAsync(story)).Should().Equal(("mail.counted-as-sent", coordinator.UserId));
        (await Leases(story).TakeNextAsync([OutboxKind.ReplyMail], TimeSpan.FromMinutes(1), CancellationToken.None)).Should().BeNull();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Sent_again_it_waits_in_the_queue_as_the_same_message_and_the_courier_is_woken(Kind kind)
    {
        await using var story = await UncertainAsync(kind);
        var before = await MailAsync(story);
        var woken = new TaskCompletionSource();
        await using var courier = story.Office.Services.GetRequiredService<LiveFeed>().Subscribe([LiveTopic.Outbox], () => Task.FromResult(woken.TrySetResult()));

        (await ResolveAsync(story, story.Approver, MailDecision.SendAgain)).Should().Be(Outcome.Accepted);

        await woken.Task.WaitAsync(TimeSpan.FromSeconds(20));
        var leased = (await Leases(story).TakeNextAsync([OutboxKind.ReplyMail], TimeSpan.FromMinutes(1), CancellationToken.None))!;
        (leased.Message.Id, leased.Attempt).Should().Be((before.Id, before.Attempts + 1), "the Message-ID is the row's");
        (await RecordAsync(story)).Should().Equal(("mail.sent-again", story.Approver.UserId));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Of_two_who_decide_at_once_one_counts_and_the_other_is_told(Kind kind)
    {
        await using var story = await UncertainAsync(kind);
        var coordinator = await story.Office.HireAsync(8, OfficerRole.Coordinator, story.Unit);

        var outcomes = await Task.WhenAll(
            ResolveAsync(story, coordinator, MailDecision.CountAsSent), ResolveAsync(story, story.Approver, MailDecision.SendAgain));

        outcomes.Count(o => o.IsAccepted).Should().Be(1);
        outcomes.Single(o => !o.IsAccepted).Refusal.Should().Be(new Refusal.MailNotUncertain());
        (await RecordAsync(story)).Should().ContainSingle();
        (await MailAsync(story)).Status.Should().Be(outcomes[0].IsAccepted ? OutboxStatus.Sent : OutboxStatus.Queued);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_double_click_decides_once_and_both_are_answered_alike(Kind kind)
    {
        await using var story = await UncertainAsync(kind);
        var command = OfficeStories.NewCommand();

        var outcomes = await Task.WhenAll(
            ResolveAsync(story, story.Approver, MailDecision.SendAgain, command), ResolveAsync(story, story.Approver, MailDecision.SendAgain, command));

        outcomes.Should().AllBeEquivalentTo(Outcome.Accepted);
        (await RecordAsync(story)).Should().ContainSingle();
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_courier_that_comes_back_late_does_not_overrule_the_person(Kind kind)
    {
        await using var story = await AnsweredAsync(kind);
        var held = (await Leases(story).TakeNextAsync([OutboxKind.ReplyMail], TimeSpan.FromSeconds(30), CancellationToken.None))!;
        (await Leases(story).TryStartAsync(held, TimeSpan.FromSeconds(30), CancellationToken.None)).Should().BeTrue();
        story.Office.Clock.Pass(TimeSpan.FromMinutes(1));
        (await Leases(story).RecoverAsync(CancellationToken.None)).Should().Be(1);

        (await ResolveAsync(story, story.Approver, MailDecision.CountAsSent)).Should().Be(Outcome.Accepted);

        (await Leases(story).TrySettleAsync(held, new OutboxResult(OutboxStatus.Failed, "550"), CancellationToken.None)).Should().BeFalse();
        (await DeliveryAsync(story, story.Approver)).State.Should().Be(DeliveryState.CountedAsSent);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_neither_coordinates_the_unit_nor_signed_sees_it_and_decides_nothing(Kind kind)
    {
        await using var story = await UncertainAsync(kind);
        var stranger = await story.Office.HireAsync(7, OfficerRole.Coordinator, story.Office.Unit("İzmir Valiliği"));
        var above = await story.Office.HireAsync(8, OfficerRole.Executive, story.Unit);

        (await DeliveryAsync(story, story.Writer)).MayResolve.Should().BeFalse();
        (await ResolveAsync(story, story.Writer, MailDecision.CountAsSent)).Refusal.Should().Be(new Refusal.NotYoursToResolve(story.Unit));
        (await ResolveAsync(story, stranger, MailDecision.CountAsSent)).Refusal.Should().Be(new Refusal.NotFound());
        (await DeliveryAsync(story, above)).MayResolve.Should().BeTrue();
        (await RecordAsync(story)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_not_uncertain_is_nobodys_to_decide()
    {
        await using var story = await AnsweredAsync(Kind.Sqlite);

        (await ResolveAsync(story, story.Approver, MailDecision.SendAgain)).Refusal.Should().Be(new Refusal.MailNotUncertain());
    }
}
