using System.Net;
using System.Net.Http.Json;
using Bimer.Blazor.Development;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases;

/// <summary>What Development offers to whoever measures or kills the program.</summary>
public sealed class PreparedVisitTests : IAsyncLifetime
{
    private BimerServer _server = null!;

    public async Task InitializeAsync() => _server = await BimerServer.StartAsync(settings: new Dictionary<string, string?>([FinalForms.WithoutProof!], StringComparer.Ordinal));

    [Fact]
    public async Task Every_prepared_visit_is_one_post_away_from_a_case_of_its_own()
    {
        using var citizens = new FinalForms(_server.Url);
        var forms = await citizens.PrepareAsync(20);

        var numbers = new List<string>();
        foreach (var form in forms.Append(forms[0])) numbers.Add(await citizens.SendAsync(form));

        numbers[^1].Should().Be(numbers[0], "the same form was sent twice");
        numbers.Distinct(StringComparer.Ordinal).Should().HaveCount(20);
        await using var db = await _server.DbAsync();
        (await db.Cases.CountAsync(), await db.IdentityLookups.Select(l => l.Hash).CountAsync()).Should().Be((20, 60));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("20001")]
    [InlineData("iki")]
    public async Task What_is_no_number_of_visits_prepares_none(string count)
    {
        using var browser = _server.NewPlainBrowser();

        (await browser.PostAsync("/gelistirme/hazir-ziyaret?adet=" + count)).Status.Should().Be((int)HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_memory_page_tells_heap_resident_bytes_and_open_screens()
    {
        using var http = new HttpClient { BaseAddress = new Uri(_server.Url) };

        var reading = await http.GetFromJsonAsync<MemoryReading>("/gelistirme/bellek?gc=true");

        reading!.Heap.Should().BeInRange(1 << 20, reading.Rss);
        (await http.GetStringAsync(new Uri("/gelistirme/bellek", UriKind.Relative))).Should().MatchRegex("""^\{"heap":\d+,"rss":\d+,"screens":0\}$""");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();
}
