using System.ComponentModel.DataAnnotations;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Kernel;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Operations;

/// <summary>The program does not start; the message lists everything that is to be put right.</summary>
public sealed class StartRefusedException(IReadOnlyList<string> problems)
    : Exception(string.Join('\n', [$"Bimer does not start. To be put right ({problems.Count}):", .. problems.Select(problem => "  - " + problem)]))
{
    /// <summary>What the process answers then (EX_CONFIG of sysexits).</summary>
    public const int ExitCode = 78;

    public IReadOnlyList<string> Problems => problems;
}

/// <summary>
/// Everything that is wrong with the machine and the settings, in one list, before anything is made or opened: whoever installs the
/// program corrects once, not once a start.
/// </summary>
public sealed class StartCheck
{
    private readonly IReadOnlyList<string> _writing;

    private StartCheck(IReadOnlyList<string> writing) => _writing = writing;

    /// <summary>Reads the settings as they are written; called before any room reads them.</summary>
    public static StartCheck Of(IConfiguration configuration, IHostEnvironment environment) =>
        new(SettingsReading.ProblemsOf(configuration, placeholdersCount: !environment.IsDevelopment()));

    /// <exception cref="StartRefusedException">Something is wrong; its message is the whole list.</exception>
    public void Demand(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var configuration = services.GetRequiredService<IConfiguration>();
        List<string> problems = [.. MachineProblems().Concat(_writing).Concat(LimitProblems(configuration)).Concat(RoomProblems(services))
            .Concat(FolderProblems(services.GetRequiredService<DataFolder>())).Concat(LossProblems(services)).Distinct(StringComparer.Ordinal)];
        if (problems.Count > 0) throw new StartRefusedException(problems);
    }

    private static IEnumerable<string> MachineProblems() => TurkishCulture.SelfCheck().Select(fault => fault switch
    {
        TurkishFault.ZoneMissing => "The time zone Europe/Istanbul is missing or wrong on this machine; legal days could not be counted. Install tzdata.",
        TurkishFault.CultureMissing => "The culture tr-TR is missing on this machine. Install libicu and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset.",
        _ => "The culture tr-TR of this machine does not know Turkish casing or order. Install a complete libicu.",
    });

    // The limits stand as attributes on the options; told here by key instead of by property.
    private static IEnumerable<string> LimitProblems(IConfiguration configuration) =>
        from section in SettingsList.Sections
        let options = configuration.GetSection(section.Section).Get(section.Options) ?? Activator.CreateInstance(section.Options)!
        from result in Broken(options)
        select $"{section.Section}:{result.MemberNames.FirstOrDefault()}: {result.ErrorMessage}";

    private static List<ValidationResult> Broken(object options)
    {
        List<ValidationResult> broken = [];
        Validator.TryValidateObject(options, new ValidationContext(options), broken, validateAllProperties: true);
        return broken;
    }

    // What a room checks beyond limits. Attributes are left out: they were told above.
    private static IEnumerable<string> RoomProblems(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException one)
        {
            return OwnWordsOf(one);
        }
        catch (AggregateException many)
        {
            return [.. many.InnerExceptions.OfType<OptionsValidationException>().SelectMany(OwnWordsOf)];
        }
    }

    private static IEnumerable<string> OwnWordsOf(OptionsValidationException error) =>
        error.Failures.Where(failure => !failure.StartsWith("DataAnnotation validation failed", StringComparison.Ordinal));

    // An empty database made over a lost one would look like a working system in which nobody ever filed anything.
    private static IEnumerable<string> LossProblems(IServiceProvider services)
    {
        var (folder, keys) = (services.GetRequiredService<DataFolder>(), services.GetRequiredService<KeyFile>());
        var onSqlite = services.GetRequiredService<IConfiguration>().GetValue($"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}", DatabaseProvider.Sqlite) == DatabaseProvider.Sqlite;
        if (onSqlite && keys.Exists && !File.Exists(folder.Database))
            yield return $"{folder.Database} is missing although its keys are there ({keys.Path}). Restore it from the backup or correct {DataFolder.Setting}; to begin anew, move the keys away too.";
    }

    private static IEnumerable<string> FolderProblems(DataFolder folder)
    {
        string? problem = null;
        try
        {
            var place = folder.Root;
            while (!Path.Exists(place)) place = Path.GetDirectoryName(place)!;   // nothing is made while there are problems
            using var probe = File.Create(Path.Combine(place, $".bimer-{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            problem = $"{DataFolder.Setting} names {folder.Root}, which cannot be made or written to: {refused.Message}";
        }

        return problem is null ? [] : [problem];
    }
}
