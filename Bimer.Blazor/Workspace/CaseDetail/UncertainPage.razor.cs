using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.CaseDetail;

/// <summary>Belirsiz Gönderimler: what a coordinator ends one by one, each by the same two buttons that stand on its case.</summary>
public sealed partial class UncertainPage
{
    private IReadOnlyList<UncertainLine>? _lines;
    private string _said = "";

    [Inject] public required UncertainQuery Query { get; init; }

    protected override async Task OnInitializedAsync() => _lines = await Query.ReadAsync(CancellationToken.None);

    private async Task ReadAsync()
    {
        _lines = await Query.ReadAsync(CancellationToken.None);
        _said = T["UncertainCount", _lines.Count];
    }
}
