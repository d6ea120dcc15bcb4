using System.Globalization;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace.Approving;
using Bimer.Blazor.Workspace.Replying;
using Bimer.Domain.Replies;
using Bimer.Tests.Given;
using Bunit;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>The items on the writer's desk and on the approver's (S54, decision 0102).</summary>
public sealed class ItemsPanelTests
{
    private static readonly ItemDecisions Open = ItemDecisions.Of([new("Bütçe"), new("Personel listesi"), new("Araçlar")]);

    public ItemsPanelTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");

    [Fact]
    public async Task A_refusal_asks_for_its_article_and_everything_chosen_is_kept_with_the_draft()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        await using var browser = Browser(office);
        var form = new ReplyForm { Items = ItemChoices.Of(Open) };
        var kept = 0;
        var panel = browser.Render<ItemsPanel>(p => p.Add(x => x.Form, form).Add(x => x.OnChanged, EventCallback.Factory.Create(this, () => kept++)));
        panel.FindAll("select").Should().BeEmpty();
        panel.FindAll("input[type=radio]").Should().HaveCount(9, "nobody else answers");

        await panel.Find("[data-item-choice='2'] input[value=PartlyGranted]").ChangeAsync(new());
        panel.FindAll("#item-2-article option").Select(o => o.GetAttribute("value")).Should().Contain(["DEVLET_SIRRI", "AYRI_CALISMA"]).And.NotContain("BASVURU_EKSIK");
        await panel.Find("#item-2-article").ChangeAsync(new ChangeEventArgs { Value = "OZEL_HAYAT" });
        await panel.Find("#item-2-note").InputAsync(new ChangeEventArgs { Value = "Adlar" });
        await panel.Find("[data-items-grant]").ClickAsync(new());

        kept.Should().Be(4);
        ItemDecisions.Of(form.Choices.Items).All.Should().Equal(new ItemDecision("Bütçe", ItemOutcome.Granted), new ItemDecision("Personel listesi", ItemOutcome.PartlyGranted, "OZEL_HAYAT", "Adlar"), new ItemDecision("Araçlar", ItemOutcome.Granted));
        panel.FindAll("[data-items-grant]").Should().BeEmpty();
        await panel.Find("[data-item-choice='2'] input[value=Granted]").ChangeAsync(new());
        ItemDecisions.Of(form.Choices.Items).All[1].Should().Be(new ItemDecision("Personel listesi", ItemOutcome.Granted, "", "Adlar"), "what is granted names no article");
    }

    [Fact]
    public async Task Where_another_unit_answers_too_an_item_can_be_left_to_it_and_without_items_the_text_is_enough()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        await using var browser = Browser(office);

        browser.Render<ItemsPanel>(p => p.Add(x => x.Form, new ReplyForm { Items = ItemChoices.Of(Open) }).Add(x => x.Others, OtherAnswers.None with { AreComing = true }))
            .FindAll("input[value=Elsewhere]").Should().HaveCount(3);
        browser.Render<ItemsPanel>(p => p.Add(x => x.Form, new ReplyForm())).Markup.Should().Contain("metniniz yeterlidir");
    }

    [Fact]
    public async Task The_approver_reads_what_the_items_propose_and_that_another_choice_differs()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        await using var browser = Browser(office);
        var reason = new InadmissibilityReason("TICARI_SIR", "4982", "m.23", "Ticarî sır").ToString();
        var items = ItemDecisions.Of([new("Bütçe", ItemOutcome.Granted), new("Harita", ItemOutcome.Refused, reason), new("Liste", ItemOutcome.Elsewhere)]);

        var same = browser.Render<ItemsVerdict>(p => p.Add(x => x.Items, items).Add(x => x.Chosen, DisclosureDecision.PartlyGranted));
        same.Find("[data-items-proposed]").TextContent.Should().Contain("3 maddeden 1 kabul, 0 kısmen kabul, 1 ret, 1 madde diğer birimin cevabında. Öneri: Kısmen kabul.");
        same.FindAll("[data-items-differ]").Should().BeEmpty();
        same.FindAll("[data-item]")[1].TextContent.Should().Contain("Ret (4982 m.23: Ticarî sır)");

        browser.Render<ItemsVerdict>(p => p.Add(x => x.Items, items).Add(x => x.Chosen, DisclosureDecision.Granted))
            .Find("[data-items-differ]").TextContent.Should().Contain("Maddelerden çıkan öneri Kısmen kabul; siz Kabul seçtiniz.");
    }

    private static BunitContext Browser(Office office)
    {
        var browser = new BunitContext();
        browser.Services.AddLogging().AddLocalization().AddSingleton<CaseWords>().AddSingleton(office.Services.GetRequiredService<InadmissibilityReasons>());
        return browser;
    }
}
