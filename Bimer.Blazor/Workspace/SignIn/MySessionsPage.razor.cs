using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Workspace.SignIn;

/// <summary>Oturumlarım: where the person is signed in, and the way to end what is not theirs.</summary>
public sealed partial class MySessionsPage
{
    private IReadOnlyList<SessionLine> _lines = [];
    private string _said = "";

    [Inject] public required MySessions Sessions { get; init; }

    protected override async Task OnInitializedAsync() => _lines = await Sessions.ListAsync(CancellationToken.None);

    private async Task EndAsync(SessionLine line)
    {
        if (!(await Sessions.EndAsync(line.Id, CancellationToken.None)).IsAccepted) return;
        await ReadAsync("Ended");
    }

    private async Task EndOthersAsync()
    {
        if (!(await Sessions.EndOthersAsync(CancellationToken.None)).IsAccepted) return;
        await ReadAsync("EndedOthers");
    }

    private async Task ReadAsync(string said)
    {
        _lines = await Sessions.ListAsync(CancellationToken.None);
        _said = Words[said];
    }

    private string NameOf(SessionLine line) => line.Device.Length > 0 ? line.Device : Words["UnknownDevice"];
}
