using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Blazor.Persistence.Files.Scanning;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Persistence.Vault;

public static class VaultRegistration
{
    /// <summary>
    /// Seals, fingerprints and the file store. The keys are read when first needed; call <see cref="KeyFile.EnsureThere"/> before,
    /// it alone knows whether a missing key file may be made.
    /// </summary>
    public static IServiceCollection AddVault(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => DataFolder.From(provider.GetRequiredService<IConfiguration>()));
        services.TryAddSingleton(provider =>
            KeyFile.From(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<DataFolder>()));
        services.TryAddSingleton(provider => provider.GetRequiredService<KeyFile>().Read());
        services.TryAddSingleton<Sealer>();
        services.TryAddSingleton<LookupHash>();
        services.TryAddSingleton<AuditMac>();
        services.TryAddSingleton<IdentityVault>();
        services.TryAddSingleton<ApplicantTraces>();
        services.AddOptions<AttachmentLimits>().BindConfiguration(AttachmentLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<AttachmentLimits>>().Value);
        services.AddOptions<DrawingOptions>().BindConfiguration(DrawingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<PageDrawing>();
        services.AddOptions<PrintingOptions>().BindConfiguration(PrintingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<PagePrinting>();
        services.TryAddSingleton<HiddenCopies>();
        services.TryAddFiles();
        services.TryAddSingleton<DrawnPages>();
        services.TryAddSingleton<ContentInspection>();
        services.TryAddSingleton<AttachmentIntake>();
        services.TryAddSingleton<DraftUploads>();
        return services;
    }

    private static void TryAddFiles(this IServiceCollection services)
    {
        services.TryAddSingleton<FileVault>();
        services.TryAddSingleton<FileVerdicts>();
        services.TryAddSingleton<ScannedFiles>();
    }
}
