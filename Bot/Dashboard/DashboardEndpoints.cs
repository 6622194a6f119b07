namespace PlanBot.Dashboard;

/// <summary>The pages of the dashboard and what can be done on them.</summary>
internal static class DashboardEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        // Tokens of forms are checked by the door, before anything of a request is looked at.
        var desk = app.MapGroup("/dashboard").DisableAntiforgery();
        SignInEndpoints.Map(desk);
        TeamsTabEndpoints.Map(desk);
        OverviewEndpoints.Map(desk);
        UnitEndpoints.Map(desk);
        ListEndpoints.Map(desk);
        ReportEndpoints.Map(desk);
        UrgeEndpoints.Map(desk);
        ImportEndpoints.Map(desk);
        OfficeEndpoints.Map(desk);
        RecordEndpoints.Map(desk);
        LiveEndpoint.Map(desk);
    }
}
