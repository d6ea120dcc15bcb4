using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Forwarding;

/// <summary>What is said of a list that was sent, and Vazgeç for eight seconds, on whatever page the officer is by then.</summary>
public sealed partial class ForwardPage
{
    [Inject] public required ForwardUndoing Undoing { get; init; }

    private void TellSent(RoutingId part, bool keepsMore)
    {
        var deserted = string.Join(", ", _basket.Lines.Where(line => line.Deserted is not null).Select(line => line.Unit.Name));
        var sent = _basket.Lines is [var only] ? Words["SentOne", Number, only.Unit.Name].Value : Words["SentMany", Number, _basket.Lines.Count];
        var told = deserted.Length == 0 ? sent : $"{sent} {Words["SentDeserted", deserted]}";
        Toasts.Show(told, deserted.Length == 0 ? Tone.Calm : Tone.Near, () => UndoAsync(Number, part, keepsMore));
    }

    /// <param name="keepsMore">Marks and topics were changed with the forward: taking it back is Geri Al, which leaves them.</param>
    private async Task UndoAsync(string number, RoutingId part, bool keepsMore)
    {
        var (back, told) = await Undoing.UndoAsync(part, CancellationToken.None);
        if (told is not null && back > 0) told = $"{Words.Counted("SentPartlyBack", back)} {told}";
        Toasts.Show(told ?? Words[keepsMore ? "SentBackKeeping" : "SentBack", number], told is null && !keepsMore ? Tone.Calm : Tone.Near);
    }
}
