namespace Bimer.Blazor.Shell.Parts;

/// <summary>One short notice. With <paramref name="Undo"/> it carries "Vazgeç" for eight seconds.</summary>
public sealed record Toast(Guid Id, string Text, Tone Tone, Func<Task>? Undo);

/// <summary>Notices of one circuit. A page says <c>Toasts.Show(…)</c>; the region in the layout shows them.</summary>
public sealed class Toasts
{
    private readonly List<Toast> _shown = [];

    public event EventHandler? Changed;

    public IReadOnlyList<Toast> Shown => _shown;

    public void Show(string text, Tone tone = Tone.Calm, Func<Task>? undo = null)
    {
        _shown.Add(new Toast(Guid.NewGuid(), text, tone, undo));
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public void Dismiss(Toast toast)
    {
        if (_shown.Remove(toast)) Changed?.Invoke(this, EventArgs.Empty);
    }
}
