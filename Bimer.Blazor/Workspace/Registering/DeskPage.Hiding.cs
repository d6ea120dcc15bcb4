using Bimer.Domain.Applicants;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>A text that names its writer, who asked to stay hidden: said while it is typed, and once more before it is recorded (S6, S13).</summary>
public sealed partial class DeskPage
{
    private OwnDetails? _own, _ownTold;

    private string OwnWords => string.Join(", ", OwnWordsOf(_own!));

    /// <returns>Something that was not said before: the first press says it, the second records.</returns>
    private async Task<bool> GivesAwayAsync()
    {
        _own = (await Query.TextAsync(Way.Channel, CancellationToken.None)).Own;
        var isNew = _own is not null && _own != _ownTold;
        _ownTold = _own;
        if (isNew) _busy = false;
        return isNew;
    }

    private IEnumerable<string> OwnWordsOf(OwnDetails own)
    {
        if (own.Number) yield return Words["OwnNumber"];
        if (own.Phone) yield return Words["OwnPhone"];
        if (own.Name) yield return Words["OwnName"];
    }
}
