using Bimer.Blazor.Live;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Security.Sight;

/// <summary>
/// Who may see: every way to read × roles × what the reader's unit is to the case × what is known of the applicant. Whoever may not see is
/// answered like somebody who asks for nothing that is (F1, F2, B6, G1).
/// </summary>
public sealed class SightTableTests
{
    private static readonly OfficerRole[] _all = [OfficerRole.CaseOfficer, OfficerRole.Coordinator, OfficerRole.GeneralCoordinator, OfficerRole.Executive];
    private static readonly OfficerRole[] _reachingBelow = [OfficerRole.Coordinator, OfficerRole.GeneralCoordinator, OfficerRole.Executive];

    /// <summary>Written down, not computed. An approver sees a case while a letter of it lies in their box; here none does.</summary>
    private static readonly Dictionary<Relation, OfficerRole[]> _sees = new()
    {
        [Relation.Own] = _all, [Relation.Recipient] = _all, [Relation.Parent] = _reachingBelow, [Relation.Child] = [], [Relation.Sibling] = [],
        [Relation.Former] = [], [Relation.Excluded] = [], [Relation.BelowExcluded] = [], [Relation.SecondRole] = [],
    };

    /// <summary>What tells who the applicant is.</summary>
    private static readonly string[] _canaries = ["Müjde", ServerStories.Surname, "10000000146", "5321234567", "kanarya@posta"];

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Whoever_may_not_see_a_case_is_told_by_every_way_what_is_told_of_nothing(Kind kind)
    {
        await using var office = await Asker.OpenOfficeAsync(kind);
        var stage = new SightStage(office);
        await stage.HireAsync();
        var before = await TellAllAsync(stage);
        var cases = new Dictionary<IdentityState, Ids>();
        foreach (var state in Enum.GetValues<IdentityState>()) cases[state] = await stage.LiveAsync(state);

        var wrong = new List<string>();
        wrong.AddRange(await ListsAsync(stage, before, cases));
        foreach (var reader in stage.Readers) wrong.AddRange(await DoorsAsync(stage, reader, cases));
        wrong.AddRange(await StillBeforeItAsync(stage, cases[IdentityState.Masked]));

        wrong.Should().BeEmpty();
    }

    private static bool Sees(Reader reader) => _sees[reader.Relation].Contains(reader.Role);

    private static async Task<Dictionary<(Reader, string), string>> TellAllAsync(SightStage stage)
    {
        var told = new Dictionary<(Reader, string), string>();
        foreach (var reader in stage.Readers)
        {
            foreach (var (name, ask) in WholePaths.All) told[(reader, name)] = await Asker.AskAsync(stage.Office, reader.Actor, ask);
        }

        return told;
    }

    /// <summary>For whoever may not see, every list, count and bell is what it was before there was a case.</summary>
    private static async Task<IEnumerable<string>> ListsAsync(SightStage stage, Dictionary<(Reader, string), string> before, Dictionary<IdentityState, Ids> cases)
    {
        var after = await TellAllAsync(stage);
        var told = after.Where(t => !Sees(t.Key.Item1) && !string.Equals(t.Value, before[t.Key], StringComparison.Ordinal))
            .Select(t => $"{t.Key.Item1} by {t.Key.Item2}: {t.Value}");
        // What its unit has not opened, an officer, too, finds by its number alone.
        var missed = stage.Readers.Where(r => Sees(r) && r.Relation != Relation.Recipient).Where(r => !cases.Values.All(ids => Tells(after[(r, WholePaths.Newest)], ids))).Select(r => $"{r} does not find all");
        var named = after.Where(t => _canaries.Any(t.Value.Contains)).Select(t => $"{t.Key.Item1} reads who it is by {t.Key.Item2}");
        return [.. told, .. missed, .. named];
    }

    private static async Task<List<string>> DoorsAsync(SightStage stage, Reader reader, Dictionary<IdentityState, Ids> cases)
    {
        var wrong = new List<string>();
        Task<string> AskAsync(Func<Asker, Ids, Task<string>> ask, Ids ids) => Asker.AskAsync(stage.Office, reader.Actor, asker => ask(asker, ids));
        foreach (var (name, ask) in Sees(reader) ? ReadPaths.ById : ReadPaths.ById.Concat(ActPaths.ById))
        {
            var nothing = Without(Ids.OfNothing, await AskAsync(ask, Ids.OfNothing));
            foreach (var (state, ids) in cases.Where(c => c.Key == IdentityState.Masked || IsAboutIdentity(name)))
            {
                var there = Without(ids, await AskAsync(ask, ids));
                var isNothing = string.Equals(there, nothing, StringComparison.Ordinal);
                if (isNothing ? MustTell(reader, name) : !Sees(reader)) wrong.Add($"{reader} by {name}, {state}: {there}");
                if (_canaries.Any(there.Contains) && !MayKnow(stage, reader, name, state)) wrong.Add($"{reader} reads who it is by {name}, {state}: {there}");
                if (name is Eye && MayKnow(stage, reader, name, state) && !_canaries.Any(there.Contains)) wrong.Add($"{reader} cannot open {state}");
            }
        }

        return wrong;
    }

    /// <summary>Whoever had it on a screen when it was kept from them, and has it there still, is named to nobody.</summary>
    private static async Task<IEnumerable<string>> StillBeforeItAsync(SightStage stage, Ids ids)
    {
        var presence = stage.Office.Services.GetRequiredService<Presence>();
        var seats = stage.Readers.Where(r => !Sees(r)).Select(r => presence.Take(ids.Case, r.Actor.UserId)).ToList();
        var told = await Asker.AskAsync(stage.Office, stage.Holder.Actor, asker => ReadPaths.ById["OnlookersQuery.ReadAsync"](asker, ids));
        seats.ForEach(seat => seat.Dispose());
        return told.Contains("Soyad", StringComparison.Ordinal) ? [$"its holder is told of who may not see it: {told}"] : [];
    }

    private const string Eye = "RevealIdentityHandler.HandleAsync";

    /// <summary>Desks and verbs are the same whatever is known of the applicant.</summary>
    private static bool IsAboutIdentity(string way) => !way.Contains("Desk", StringComparison.Ordinal) && !ActPaths.ById.ContainsKey(way);

    /// <summary>Not the desks, which tell somebody who does not hold it as little as they tell of nothing.</summary>
    private static bool MustTell(Reader reader, string way) => Sees(reader) && way is ("CaseQuery.ReadAsync" or "OnlookersQuery.SitAsync");

    private static bool MayKnow(SightStage stage, Reader reader, string way, IdentityState state) =>
        way is Eye && reader == stage.Holder && state != IdentityState.HiddenByApplicant;

    private static bool Tells(string answer, Ids ids) => answer.Contains(ids.Case.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Without(Ids ids, string answer) =>
        ((string[])[ids.Number, $"{ids.Part.Value}", $"{ids.Case.Value}", $"{ids.File.Value}", $"{ids.Drafted.Value}", ids.Print.Value])
            .Aggregate(answer, (told, id) => told.Replace(id, "#", StringComparison.Ordinal));
}
