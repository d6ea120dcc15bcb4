namespace Bimer.Tests.Bench;

/// <summary>How fast cases are written in bulk.</summary>
internal static class SeedBench
{
    public static async Task RunAsync(BenchOptions options) => await (await SeededOffice.OpenAsync(options)).DisposeAsync();
}
