using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Portal.Filing;

/// <summary>Files are a step of their own (S9): uploading one never risks what was written.</summary>
public sealed partial class FilesPage
{
    private IReadOnlyList<DraftFileView> _files = [];
    private FileLimits _limits = new(0, 0, 0);

    [SupplyParameterFromForm(FormName = "remove")] private RemoveForm? Form { get; set; }
    [Inject] public required DraftFiles Files { get; init; }

    protected override FilingStep Here => FilingStep.Files;

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        _limits = Files.Limits;
        if (View is not null) _files = await Files.ListAsync(CancellationToken.None);
    }

    private async Task RemoveAsync()
    {
        if (Guid.TryParse(Form?.Remove, out var file)) await Files.RemoveAsync(file, CancellationToken.None);
        Navigation.NavigateTo(Path);
    }

    /// <summary>The page as posted.</summary>
    public sealed class RemoveForm
    {
        public string? Remove { get; set; }
    }
}
