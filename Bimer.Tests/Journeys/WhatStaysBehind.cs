using System.Text;
using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Bimer.Tests.Journeys;

/// <summary>What a browser keeps of a case, and what it does with a stranger's file, in Chromium (G12, I3).</summary>
public sealed class WhatStaysBehind : IAsyncLifetime
{
    private AnActingOffice _office = null!;
    private RoutingId _routing;

    private string CaseAddress => $"/evrak/{AnActingOffice.Number(_routing)}";

    public async Task InitializeAsync()
    {
        _office = await AnActingOffice.OpenAsync();
        _routing = await _office.HeldCaseAsync();
    }

    public Task DisposeAsync() => _office.DisposeAsync().AsTask();

    [Fact]
    public async Task After_signing_out_the_way_back_shows_nothing_of_the_case()
    {
        await using var writer = await _office.SitDownAsync(_office.Writer, CaseAddress);
        var page = writer.Page;
        await Expect(page.GetByText(ACase.Words)).ToBeVisibleAsync();

        await page.Locator("button.person").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Çıkış yap" }).ClickAsync();
        await page.ArriveAtAsync("**/giris?neden=signed-out");

        var kept = await page.EvaluateAsync<string>("() => JSON.stringify([sessionStorage, localStorage])");
        kept.Should().NotContainAny(ACase.Words, AnActingOffice.Number(_routing));
        await page.GoBackAsync();
        await page.ArriveAtAsync("**/giris?donus=**");
        (await page.ContentAsync()).Should().NotContain(ACase.Words);
    }

    [Fact]
    public async Task A_strangers_file_is_saved_and_never_runs_whatever_it_says_it_is()
    {
        var paper = await AttachAsync(1, "dilekce.pdf", "application/pdf",
            "%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))/Next<</S/Launch/F(calc.exe)>>>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
        var markup = await AttachAsync(2, "tutanak.txt", "text/plain", "<!doctype html><script>alert(document.domain)</script>");
        var drawing = await AttachAsync(3, "kroki.txt", "text/plain", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(2)</script></svg>");
        await using var writer = await _office.SitDownAsync(_office.Writer, CaseAddress);   // a dialog nobody expected fails the test when they leave

        foreach (var (name, address) in (IEnumerable<(string, string)>)[paper, markup, drawing])
        {
            await DeskSteps.DownloadAsync(writer.Page, name);
            var typed = await writer.Page.RunAndWaitForDownloadAsync(() => writer.Page.EvaluateAsync("address => { location.href = address; }", address));
            typed.SuggestedFilename.Should().Be(name);

            var headers = (await writer.Page.APIRequest.GetAsync(_office.Server.Url + address)).Headers;
            headers["content-disposition"].Should().StartWith("attachment");
            (headers["x-content-type-options"], headers["content-security-policy"], headers["cache-control"]).Should().Be(("nosniff", "default-src 'none'; sandbox", "no-store"));
        }

        writer.Page.Url.Should().EndWith(CaseAddress, "the page stayed where it was");
    }

    /// <summary>Straight into the store: the door holds for what the inspection would have refused too.</summary>
    private async Task<(string Name, string Address)> AttachAsync(int ordinal, string name, string contentType, string content)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(content));
        var stored = (await _office.Server.Services.GetRequiredService<FileVault>().StoreAsync(bytes, 10_000, CancellationToken.None)).Value!;
        await using var db = await _office.Server.DbAsync();
        db.Add(new Attachment(new AttachmentId(stored.Id.Value), _routing.CaseId, null, ordinal, new AttachmentFacts(name, contentType, stored.Length, stored.Sha256)));
        await db.SaveChangesAsync();
        return (name, $"/evrak/ek/{stored.Id.Value}");
    }
}
