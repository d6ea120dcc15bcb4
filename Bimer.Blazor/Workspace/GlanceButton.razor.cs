using Bimer.Blazor.Live;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace;

/// <summary>Asks whose eyes, and shows what they would see.</summary>
public sealed partial class GlanceButton : IAsyncDisposable
{
    private const int Citizen = 0;
    private const int Other = -1;

    private readonly Leaving _leaving = new();
    private readonly LatestAnswer _latest = new();
    private Dialog? _dialog;
    private IReadOnlyList<GlanceUnit> _units = [];
    private IReadOnlyList<GlancePerson> _people = [];
    private Glance? _glance;
    private UnitHit? _other;
    private string? _told;
    private int _unit, _person;
    private bool _isAsking;

    /// <summary>Of the dialog; several may stand on one page.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public RoutingId Routing { get; set; }

    /// <summary>What is about to be done, asked anew at each opening.</summary>
    [Parameter, EditorRequired] public Func<GlanceAct> Act { get; set; } = default!;

    /// <summary>The units worth asking for, the likeliest first.</summary>
    [Parameter, EditorRequired] public Func<IReadOnlyList<UnitId>> Units { get; set; } = default!;

    [Parameter] public string? Class { get; set; }

    [Parameter] public bool IsOff { get; set; }

    /// <summary>The id of the text that says why it is off.</summary>
    [Parameter] public string? OffWhy { get; set; }

    [Inject] public required WhatTheySee Sight { get; init; }
    [Inject] public required UnitNames Names { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }

    private async Task OpenAsync()
    {
        _units = [.. Units().Distinct().Select(id => new GlanceUnit(id, Names.Of(id)))];
        _unit = _units.Count > 0 ? _units[0].Id.Value : Citizen;
        Ask();   // before the dialog stands there with what was seen of the list as it was
        if (_dialog is not null) await _dialog.OpenAsync();
        await ChooseUnitAsync();
    }

    private async Task ChooseUnitAsync()
    {
        var question = Ask();
        (_person, _people, _other) = (0, [], null);
        if (_unit == Other) _isAsking = false;   // nobody is asked for yet
        if (_unit == Other) return;
        var people = _unit == Citizen ? [] : await Sight.PeopleAsync(new UnitId(_unit), _leaving.Token);
        if (!_latest.IsLatest(question)) return;   // another was chosen meanwhile
        _people = people;
        await LookAsync();
    }

    /// <summary>Any unit of the tree: it joins the list, and whoever works there can be asked for.</summary>
    private async Task ChooseOtherAsync()
    {
        if (_other is not { } unit) return;
        if (_units.All(listed => listed.Id != unit.Id)) _units = [.. _units, new GlanceUnit(unit.Id, unit.Name)];
        _unit = unit.Id.Value;
        await ChooseUnitAsync();
    }

    private async Task LookAsync()
    {
        var question = Ask();
        GlanceEyes eyes = (_unit, _person) switch
        {
            (Citizen, _) => new GlanceEyes.Citizen(),
            (_, 0) => new GlanceEyes.UnitOfficer(new UnitId(_unit)),
            _ => new GlanceEyes.Person(new UserId(_person)),
        };
        var outcome = await Sight.LookAsync(Routing, Act(), eyes, _leaving.Token);
        var told = outcome.Refusal is { } refusal ? await Sentences.OfAsync(refusal, _leaving.Token) : null;
        if (_latest.IsLatest(question)) (_told, _glance, _isAsking) = (told, outcome.Value, false);
    }

    /// <summary>What one saw must not stand under the name of another.</summary>
    private int Ask()
    {
        (_told, _glance, _isAsking) = (null, null, true);
        return _latest.Ask();
    }

    public ValueTask DisposeAsync() => _leaving.DisposeAsync();
}
