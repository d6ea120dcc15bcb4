using Bimer.Domain.Cases;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Screens.Boxes;

/// <summary>Two officers of one unit at two browsers: what one does the other sees, without a reload and without anything jumping.</summary>
public sealed class LiveBoxTests
{
    [Fact]
    public async Task What_one_officer_opens_leaves_the_others_list_and_counters_while_focus_and_place_stay()
    {
        await using var desk = await UnitDesk.OpenAsync(cases: 3);
        var (zeynep, mehmet) = (desk.Zeynep.Page, desk.Mehmet.Page);
        var third = zeynep.Locator("[data-row]").Nth(2);
        await third.FocusAsync();
        var place = await third.BoundingBoxAsync();

        await mehmet.Locator("[data-row]").First.ClickAsync();

        await Expect(mehmet.GetByRole(AriaRole.Heading, new() { Name = "Başvuru metni" })).ToBeVisibleAsync();
        await Expect(zeynep.Locator(".row.gone")).ToHaveCountAsync(1);
        await Expect(zeynep.Locator("#menu .menu-link.active .count")).ToHaveTextAsync("2");
        await Expect(zeynep).ToHaveTitleAsync("(2) Kurum Kutusu – Bimer");
        await Expect(third).ToBeFocusedAsync();
        (await third.BoundingBoxAsync())!.Y.Should().Be(place!.Y, "the row under the hand does not move");
        await Expect(mehmet.Locator("#menu [href='/kutu/gelen'] .count")).ToHaveTextAsync("1");
    }

    [Fact]
    public async Task A_new_case_waits_behind_its_notice_and_comes_in_on_demand()
    {
        await using var desk = await UnitDesk.OpenAsync(cases: 2);
        var page = desk.Zeynep.Page;
        var before = await page.Locator("[data-row]").First.BoundingBoxAsync();

        await desk.Server.FileAsync(desk.Unit);

        var notice = page.GetByRole(AriaRole.Button, new() { Name = "1 yeni evrak – göster" });
        await Expect(notice).ToBeVisibleAsync();
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(2);
        await Expect(page).ToHaveTitleAsync("(3) Kurum Kutusu – Bimer");
        before.Should().NotBeNull();

        await notice.ClickAsync();
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task A_link_opens_the_envelope_and_the_button_takes_custody_and_the_loser_is_told_by_whom()
    {
        await using var desk = await UnitDesk.OpenAsync(cases: 1);
        var address = desk.Server.Url + "/evrak/" + desk.Cases[0].NumberOf();
        foreach (var person in new[] { desk.Zeynep, desk.Mehmet })
        {
            await person.Page.GotoAsync(address);
            await UnitDesk.LiveAsync(person);
            await Expect(person.Page.GetByRole(AriaRole.Button, new() { Name = "Aç ve zimmetime al" })).ToBeVisibleAsync();
            (await person.Page.ContentAsync()).Should().NotContain(ACase.Words);
        }

        await desk.Zeynep.Page.GetByRole(AriaRole.Button, new() { Name = "Aç ve zimmetime al" }).ClickAsync();

        await Expect(desk.Zeynep.Page.GetByText(ACase.Words)).ToBeVisibleAsync();
        await Expect(desk.Mehmet.Page.GetByText("Ad1 Soyad zimmetinde").Filter(new() { Visible = true }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_eye_shows_the_applicant_and_a_hidden_one_is_nowhere_in_the_page()
    {
        await using var desk = await UnitDesk.OpenAsync(cases: 1);
        var hidden = await desk.Server.FileAsync(desk.Unit, CaseKind.TipOff, hidden: true);
        var page = desk.Zeynep.Page;
        await page.GotoAsync(desk.Server.Url + "/evrak/" + desk.Cases[0].NumberOf());
        await UnitDesk.LiveAsync(desk.Zeynep);
        await page.GetByRole(AriaRole.Button, new() { Name = "Aç ve zimmetime al" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Göster (kayda alınır)" })).ToBeVisibleAsync();
        (await page.ContentAsync()).Should().NotContain(ServerStories.Surname);
        await page.GetByRole(AriaRole.Button, new() { Name = "Göster (kayda alınır)" }).ClickAsync();
        await Expect(page.GetByText(ServerStories.Surname)).ToBeVisibleAsync();

        await page.GotoAsync(desk.Server.Url + "/evrak/" + hidden.NumberOf());
        await UnitDesk.LiveAsync(desk.Zeynep);
        await page.GetByRole(AriaRole.Button, new() { Name = "Aç ve zimmetime al" }).ClickAsync();
        await Expect(page.GetByText("Başvuran kimliğini gizlemiş", new() { Exact = false })).ToBeVisibleAsync();
        (await page.ContentAsync()).Should().NotContain(ServerStories.Surname).And.NotContain("M***** D*****").And.NotContain("10000000146");
    }

    [Fact]
    public async Task A_case_that_may_not_be_seen_is_answered_like_one_that_does_not_exist()
    {
        await using var desk = await UnitDesk.OpenAsync(cases: 0);
        var elsewhere = await desk.Server.FileAsync(desk.Server.Unit("İzmir Valiliği"));
        desk.Zeynep.Expecting("404");

        var unseen = await desk.Zeynep.Page.GotoAsync(desk.Server.Url + "/evrak/" + elsewhere.NumberOf());
        var unknown = await desk.Zeynep.Page.GotoAsync(desk.Server.Url + "/evrak/2026-0000000-0");

        (unseen!.Status, unknown!.Status).Should().Be((404, 404));
    }
}
