using System.Globalization;
using System.Text.RegularExpressions;
using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Journeys;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Security.Sight;

/// <summary>
/// A case that may not be seen costs what one costs that does not exist: the same statements, by every way and behind every door (F1,
/// G16). Their number is counted, no time is measured.
/// </summary>
public sealed partial class CostOfNothingTests
{
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task By_every_way_the_database_is_asked_the_same_of_a_case_unseen_and_of_none(Kind kind)
    {
        using var heard = new SqlHeard();
        await using var office = await Asker.OpenOfficeAsync(kind, heard);
        var stage = new SightStage(office);
        await stage.HireAsync();
        var ids = await stage.LiveAsync(IdentityState.Masked);
        var strangers = stage.Readers.Where(reader => reader is { Relation: Relation.Sibling or Relation.Excluded or Relation.Former, Role: OfficerRole.CaseOfficer }
            or { Relation: Relation.SecondRole or Relation.BelowExcluded, Role: OfficerRole.Coordinator });
        var (wrong, asked) = (new List<string>(), 0);
        foreach (var reader in strangers)
        {
            foreach (var (way, ask) in ReadPaths.ById.Concat(ActPaths.ById))
            {
                Task<IReadOnlyList<string>> HearAsync(Ids of) => heard.WhileAsync(() => Asker.AskAsync(office, reader.Actor, asker => ask(asker, of)));
                await HearAsync(Ids.OfNothing);   // what is read once and kept
                var (there, nothing) = (await HearAsync(ids), await HearAsync(Ids.OfNothing));
                asked += nothing.Count;
                if (!there.SequenceEqual(nothing, StringComparer.Ordinal)) wrong.Add($"{reader} by {way}:\n{string.Join("\n--\n", there)}\nbut\n{string.Join("\n--\n", nothing)}");
            }
        }

        wrong.Should().BeEmpty();
        asked.Should().BeGreaterThan(100, "the statements are heard");
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Behind_the_doors_the_database_is_asked_the_same_and_as_many_bytes_come_back(Kind kind)
    {
        using var heard = new SqlHeard();
        await using var office = await AnActingOffice.OpenAsync(kind, services => heard.ListenIn(services));
        var part = await office.HeldCaseAsync(CaseKind.TipOff);
        var izmir = office.Server.Unit("İzmir Valiliği");
        await KeepFromAsync(office, part, izmir);
        using var browser = office.Server.NewPlainBrowser();
        await browser.SignInAsync(await office.Server.HireAsync(20, OfficerRole.CaseOfficer, izmir));
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(office.Server.Url) };
        client.DefaultRequestHeaders.Add("Cookie", "bimer=" + browser.Session);
        var (number, none) = (new CaseNumber(part.CaseId).ToString(), new CaseNumber(new CaseId(part.CaseId.Value + 7)).ToString());
        foreach (var door in (string[])["/evrak/{0}", "/evrak/{0}/sevk", "/evrak/{0}/cevapla", "/evrak/{0}/beklet", "/evrak/{0}/iade", "/evrak/{0}/geri-al", "/onay/{0}", "/kutu/kurum?evrak={0}", "/ara?q={0}"])
        {
            await AsksTheSameAsync(door, isThere => AskAsync(client, heard, door, isThere ? number : none));
        }
    }

    private static async Task AsksTheSameAsync(string door, Func<bool, Task<Heard>> ask)
    {
        await ask(false);   // what is read once and kept
        var (there, nothing) = (new List<Heard>(), new List<Heard>());
        for (var turn = 0; turn < Turns; turn++)
        {
            there.Add(await ask(true));
            nothing.Add(await ask(false));
        }

        Most(there).Should().NotBeEmpty(door);
        Most(there).Except(Most(nothing)).Should().BeEmpty($"{door} asks no more of a case unseen");
        Most(nothing).Except(Most(there)).Should().BeEmpty($"{door} asks no more of none");
        there.Concat(nothing).Select(answer => (answer.Status, answer.Bytes)).Distinct().Should().ContainSingle(door);
    }

    /// <summary>Each statement and how often it was asked in the turn that asked it most: a page that is given up for "not found" may take one of its own reads along, and which is chance.</summary>
    private static HashSet<(string Sql, int Times)> Most(IEnumerable<Heard> turns) =>
        [.. turns.SelectMany(turn => turn.Sql.CountBy(sql => sql, StringComparer.Ordinal)).GroupBy(sql => sql.Key, StringComparer.Ordinal).Select(sql => (sql.Key, sql.Max(one => one.Value)))];

    private static async Task<Heard> AskAsync(HttpClient client, SqlHeard heard, string door, string number)
    {
        var mark = Guid.NewGuid().ToString("N");
        using var asked = new HttpRequestMessage(HttpMethod.Get, string.Format(CultureInfo.InvariantCulture, door, number)) { Headers = { { SqlHeard.Mark, mark }, { "Accept", "text/html" } } };
        using var answer = await client.SendAsync(asked);
        // What stands beside one another on a page is read in no order; and the counters of the frame are asked for by the page that is given up and by the one that takes its
        // place: whether the first of them still gets to the database is chance, whatever was asked for.
        var read = heard.Of(mark);
        return new((int)answer.StatusCode, Lot().Replace(await answer.Content.ReadAsStringAsync(), "#").Length,
            [.. read.Where(sql => !IsOfFrame(sql)), .. read.Where(IsOfFrame).Distinct(StringComparer.Ordinal)]);
    }

    private const int Turns = 3;

    /// <summary>The one statement that counts all boxes of the menu (<see cref="Bimer.Blazor.Workspace.CountersQuery"/>).</summary>
    private static bool IsOfFrame(string sql) => sql.Replace("\"", "", StringComparison.Ordinal).StartsWith("SELECT v.Value, CASE", StringComparison.Ordinal);

    private sealed record Heard(int Status, int Bytes, IReadOnlyList<string> Sql);

    /// <summary>What is sealed or drawn by lot is not of one length, whatever is asked for.</summary>
    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|CfDJ8([A-Za-z0-9_/+=-]|\\u002B)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Lot();

    private static async Task KeepFromAsync(AnActingOffice office, RoutingId part, UnitId unit)
    {
        var units = office.Server.Services.GetRequiredService<UnitDirectory>();
        var work = ActivatorUtilities.CreateInstance<CaseWork>(office.Server.Services, new Office.Acts(office.Writer.Actor));
        (await work.ChangeAsync(OfficeStories.NewCommand(), part.CaseId, (c, acting) =>
            c.Exclude(part, units.LineageOf(unit), [units.LineageOf(office.Unit)], acting.Actor, acting.Now), CancellationToken.None)).IsAccepted.Should().BeTrue();
    }
}
