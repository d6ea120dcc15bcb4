using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.CaseDetail.Printing;

/// <summary>Looks a printout up by its code. The address a QR code leads to only fills the field: following a link writes nothing down.</summary>
public sealed partial class VerifyPrintPage : IAsyncDisposable
{
    private readonly Leaving _leaving = new();
    private string _code = "";
    private string? _told;
    private PrintFacts? _found;
    private bool _isAsking, _mayName;

    /// <summary>The code of a QR code that was followed.</summary>
    [SupplyParameterFromQuery(Name = "kod")] public string? Scanned { get; set; }

    /// <summary>What came of naming this computer.</summary>
    [SupplyParameterFromQuery(Name = "bilgisayar")] public string? Named { get; set; }

    [Inject] public required VerifyPrintHandler Handler { get; init; }
    [Inject] public required NameWorkstationHandler Naming { get; init; }
    [Inject] public required RefusalSentences Sentences { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _code = Scanned ?? "";
        _mayName = await Naming.MayAsync(_leaving.Token);
    }

    private async Task LookUpAsync()
    {
        if (_isAsking) return;
        (_isAsking, _told, _found) = (true, null, null);
        var outcome = await Handler.HandleAsync(new VerifyPrint(new CommandId(Guid.CreateVersion7()), _code), _leaving.Token);
        _told = outcome.Refusal is { } refusal ? await Sentences.OfAsync(refusal, _leaving.Token) : null;
        (_isAsking, _found) = (false, outcome.Value);
    }

    public ValueTask DisposeAsync() => _leaving.DisposeAsync();
}
