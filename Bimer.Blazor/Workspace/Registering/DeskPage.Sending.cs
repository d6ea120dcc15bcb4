using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>The list of Kaydet ve Sevk Et: kept with the draft, told of line by line, taken back for eight seconds.</summary>
public sealed partial class DeskPage
{
    private IReadOnlyList<NamedUnit> _named = [];
    private ForwardBasket _basket = new();

    [Inject] public required UnitMemory Memory { get; init; }
    [Inject] public required NamedUnits NamesInText { get; init; }
    [Inject] public required ForwardUndoing Undoing { get; init; }

    private void Advise(DeskWords words) => (_advised, _named, _own) = (Adviser.For(words.Text), NamesInText.In(words.Text), words.Own);

    private object Extra() => new { topics = _topics.Select(t => t.Code), recipients = _basket.Lines.Select(DeskLine.ToForm), excluded = _basket.Excluded.Select(unit => unit.Id.Value) };

    private async Task KeepAsync()
    {
        if (_desk is not null) await _desk.InvokeVoidAsync("keep", Extra());
    }

    /// <summary>What concerns one unit of the list stands at its line too; who has read there that nobody works in it may send all the same.</summary>
    private async Task MarkAsync(RegisterAnswer? answer)
    {
        List<Refusal> why = [.. answer switch
        {
            RegisterAnswer.Incomplete(var faults) => faults.Select(fault => fault.Refusal).OfType<Refusal.NobodyThere>(),
            RegisterAnswer.Refused(var refusal) => [refusal],
            _ => Enumerable.Empty<Refusal>(),
        }];
        foreach (var refusal in why) _basket.Mark(refusal, await Sentences.OfAsync(refusal, CancellationToken.None));
        if (why.Count > 0) await KeepAsync();
    }

    private async Task TellSentAsync(CaseNumber number)
    {
        await Memory.UsedAsync([.. _basket.Lines.Select(line => line.Unit.Id)], CancellationToken.None);
        Toasts.Show(Words["RecordedAndSent", number], undo: () => UndoAsync(number));
    }

    /// <summary>The case stays recorded, in the hands of who recorded it.</summary>
    private async Task UndoAsync(CaseNumber number)
    {
        var (back, told) = await Undoing.UndoAsync(RoutingId.Of(number.CaseId, 1), CancellationToken.None);
        if (told is not null && back > 0) told = $"{Words.Counted("SentPartlyBack", back)} {told}";
        Toasts.Show(told ?? Words["SentBack", number], told is null ? Tone.Calm : Tone.Near);
    }
}
