using Xunit;

namespace Bimer.Tests.Given;

/// <summary>For tests that keep both processors busy by themselves: kills under load, races of a hundred, every page at once. They run after the others, one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = nameof(Alone);

    /// <summary>Whether the long forms were asked for with <c>BIMER_LONG=1</c>.</summary>
    public static bool LongForm { get; } = Environment.GetEnvironmentVariable("BIMER_LONG") is "1";
}
