using Bimer.Blazor.Gateways.Simulated;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Development;

/// <summary>What the simulated gateways caught, newest first, so that a developer can read a code. In Development alone; elsewhere it does not exist.</summary>
public sealed partial class MessagesPage
{
    private const int Most = 30;

    private bool _isOpen;
    private IReadOnlyList<CapturedSms> _messages = [];
    private IReadOnlyList<CapturedMail> _mails = [];

    [Inject] public required IHostEnvironment Environment { get; init; }
    [Inject] public required IServiceProvider Services { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    protected override async Task OnInitializedAsync()
    {
        _isOpen = Environment.IsDevelopment();
        if (!_isOpen)
        {
            Navigation.NotFound();
            return;
        }

        // Each is there only where its gateway is simulated.
        if (Services.GetService<CapturedSmsBox>() is { } box) _messages = await box.NewestFirstAsync(Most, CancellationToken.None);
        if (Services.GetService<CapturedMailbox>() is { } mailbox) _mails = await mailbox.NewestFirstAsync(Most, CancellationToken.None);
    }
}
