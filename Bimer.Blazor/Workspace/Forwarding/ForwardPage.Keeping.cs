using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Forwarding;

/// <summary>What is kept of the list until it is sent.</summary>
public sealed partial class ForwardPage
{
    private DraftPad<ForwardDraft>? _pad;

    [Inject] public required UnitStaffing Staffing { get; init; }

    private ForwardDraft Draft => ForwardDraft.Of(_basket, _picked, _purpose, _priority, _note) with { Topics = Topics, WantedBy = _wantedBy };

    private void Keep() => _pad?.Change(Draft);

    /// <summary>The list as it was left here, or elsewhere.</summary>
    private async Task LayOutAsync(ForwardDesk desk, ForwardDraft kept)
    {
        _basket.Clear();
        foreach (var line in kept.LinesBy(Search.Find)) _basket.Add(line);
        foreach (var marked in kept.Excluded) if (Search.Find(new UnitId(marked)) is { } shunned) _basket.Exclude(shunned);
        _picked = kept.Picked is { } unit ? Search.Find(new UnitId(unit)) : null;
        (_note, _wantedBy, _intent) = (kept.Note, kept.WantedBy, new CommandId(Guid.NewGuid()));
        if (Enum.IsDefined(kept.Priority)) _priority = kept.Priority;   // where nothing but the note was saved it says none
        if (kept.Topics is { } changed) ShowTopics(desk, changed);
        if (!desk.CameForInformation && Enum.IsDefined(kept.Purpose)) _purpose = kept.Purpose;
        await TellDesertedAsync();
    }

    private Task TakeOther() => _desk is { } desk && _pad is { } pad ? LayOutAsync(desk, pad.TakeOther()) : Task.CompletedTask;

    /// <summary>Somebody may have left since the list was written down.</summary>
    private async Task TellDesertedAsync() =>
        _basket.Tell(await Staffing.DesertedAsync([.. _basket.Lines.Select(line => line.Unit.Id)], _desk!.From, [.. ExcludedIds, .. _desk.KeptFrom], _leaving.Token));
}
