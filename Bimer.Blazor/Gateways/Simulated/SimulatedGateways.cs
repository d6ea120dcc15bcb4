namespace Bimer.Blazor.Gateways.Simulated;

internal static class SimulatedGateways
{
    /// <summary>The data folder, under which <c>captured/</c> lies.</summary>
    public static string DataPath(IConfiguration configuration) => configuration["Bimer:DataPath"] is { Length: > 0 } path ? path : "./data";
}
