using System.Collections.Concurrent;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.UseCases.Boxes;

/// <summary>Who looks over many units hears of the first change at once and of the rest together; whoever stands elsewhere hears nothing.</summary>
public sealed class BelowBellsTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, int> _rung = new(StringComparer.Ordinal);
    private Office _office = null!;
    private UnitId _ankara, _health;

    public async Task InitializeAsync()
    {
        _office = await Office.OpenAsync(Kind.Sqlite);
        (_ankara, _health) = (_office.Unit("Ankara Valiliği"), _office.Unit("Ankara İl Sağlık Müdürlüğü"));
    }

    [Fact]
    public async Task The_first_change_rings_at_once_and_what_follows_rings_together_a_breath_later()
    {
        await using var first = Hear("first", _ankara);
        await _office.FileAsync(_health);
        await Eventually.TrueAsync(() => Rung("first") == 1, "it rang at once, above where it was");

        await _office.FileAsync(_health);
        await using var later = Hear("later", _ankara);   // nobody here when that was committed
        await using var elsewhere = Hear("elsewhere", _office.Unit("İzmir Valiliği"));
        _office.Clock.Pass(BelowBells.Breath);

        await Eventually.TrueAsync(() => Rung("later") == 1, "what was gathered rings when the breath is over");
        Rung("elsewhere").Should().Be(0);
    }

    [Fact]
    public async Task A_name_that_was_hidden_waits_for_no_breath()
    {
        var officer = await _office.HireAsync(1, OfficerRole.CaseOfficer, _health);
        var part = (await _office.FileAsync(_health, CaseKind.TipOff)).Routings[0].Id;
        await using var first = Hear("first", _ankara);
        await _office.OpenAsync(officer, part);   // from here on what happens is gathered
        await Eventually.TrueAsync(() => Rung("first") == 1, "it rang at once");
        await using var later = Hear("later", _ankara);

        (await _office.Handler<HideIdentityHandler>(officer).HandleAsync(new HideIdentity(OfficeStories.NewCommand(), part), CancellationToken.None)).Should().Be(Outcome.Accepted);

        await Eventually.TrueAsync(() => Rung("later") == 1, "the row must lose the name now");
    }

    public Task DisposeAsync() => _office.DisposeAsync().AsTask();

    private int Rung(string who) => _rung.GetValueOrDefault(who);

    private IAsyncDisposable Hear(string who, UnitId unit) => _office.Services.GetRequiredService<LiveFeed>().Subscribe([LiveTopic.Below(unit)], () =>
    {
        _rung.AddOrUpdate(who, 1, (_, before) => before + 1);
        return Task.CompletedTask;
    });
}
