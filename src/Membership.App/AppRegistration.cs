using FluentValidation;
using MediatR;
using Membership.App.Approvals;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Forms;
using Membership.App.Indicators;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.MemberImports;
using Membership.App.Members;
using Membership.App.PersonRequests;
using Membership.App.Pipeline;
using Membership.App.ReferenceData;
using Membership.App.Retention;
using Membership.App.Samples;
using Membership.App.Spreadsheets;
using Membership.App.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App;

public static class AppRegistration
{
    /// <summary>Database, requests with their pipeline, and everything the use cases take.</summary>
    public static IServiceCollection AddMembershipApp(this IServiceCollection services, DataFolder folder)
    {
        SqliteSetup.UseSystemLibrary();
        services.AddSingleton(folder);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => KeyRing.Open(folder));
        services.AddSingleton<FieldCipher>();
        services.AddSingleton<OpenedForms>();
        services.AddScoped<MeanwhileReading>();
        services.AddScoped(provider => new DecisionForms(provider.GetRequiredService<OpenedForms>(), provider.GetRequiredService<MeanwhileReading>()));
        services.AddScoped(provider => new AnswerForms(provider.GetRequiredService<OpenedForms>(), provider.GetRequiredService<MeanwhileReading>()));
        AddScope(services);
        AddAudit(services);
        services.AddUsers();
        services.AddScoped<SealedRegister>();
        services.AddScoped(provider => new SealedData(
            provider.GetRequiredService<KeyRing>(), provider.GetRequiredService<SealedRegister>(), provider.GetRequiredService<SealedImports>()));
        services.AddDbContext<MembershipDb>((provider, options) => options
            .UseSqlite(SqliteSetup.ConnectionString(folder.DatabaseFile))
            .AddInterceptors(new ConnectionSettings(), new LogHeadSaving(provider.GetRequiredService<LogHeads>())));
        services.AddReferenceData();
        services.AddSettings("Figures", new FigureSettings());
        services.AddScoped<WithheldTables>();
        services.AddScoped<WithheldCells>();
        AddImports(services);
        AddPeople(services);
        services.AddScoped(provider => new DemoFill(provider.GetRequiredService<MembershipDb>(), provider.GetRequiredService<FieldCipher>()));
        AddRequests(services);
        return services;
    }

    private static void AddScope(IServiceCollection services)
    {
        services.AddScoped<CurrentActor>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentActor>().Value);
        services.AddScoped<ScopeInForce>();
        services.AddSingleton<ScopedPlaces>();
        services.AddScoped<ConcernedPlaces>();
    }

    private static void AddAudit(IServiceCollection services)
    {
        services.AddSingleton<AuditChain>();
        services.AddSingleton<LogHeads>();
        services.AddSingleton<AuditWriting>();
        services.AddSingleton<AuditPlaces>();
        services.AddSingleton<PersonChangeSeals>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<AuditSaving>();
    }

    private static void AddImports(IServiceCollection services)
    {
        services.AddSettings("Limits", new WorkbookLimits());
        services.AddSingleton<ImportFiles>();
        services.AddSingleton<ImportQueue>();
        services.AddScoped<ImportAudit>();
        services.AddScoped<HandedOutFiles>();
        services.AddScoped<ImportPublishing>();
        services.AddScoped<ImportUndoing>();
        services.AddScoped<SealedImports>();
        services.AddScoped<CandidateReading>();
        services.AddSettings("ForeignNumbers", new ForeignNumberSettings());
        services.AddScoped<ForeignNumbers>();
        services.AddScoped<ImportRehearsal>();
        services.AddScoped<ImportRechecking>();
        services.AddSettings("Approvals", new ApprovalSettings());
        services.AddSettings("Retention", new ListKeepingSettings());
        services.AddScoped<SecondPerson>();
    }

    private static void AddPeople(IServiceCollection services)
    {
        services.AddScoped<PersonFinding>();
        services.AddScoped<PersonWriting>();
        services.AddScoped<PeopleWorkbook>();
        services.AddScoped<PersonFileReading>();
        services.AddScoped<PersonFileWorkbook>();
        services.AddSingleton<PublicHolidays>();
        services.AddSingleton<RetentionRules>();
        services.AddScoped<PeopleBeyondScope>();
        services.AddScoped<RetentionReading>();
        services.AddScoped<Anonymising>();
        services.AddScoped<BulkRemovalQuestion>();
        services.AddScoped<LargeImports>();
    }

    private static void AddRequests(IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuditBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorizationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.Scan(scan => scan.FromAssemblyOf<MembershipDb>()
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime()
            .AddClasses(classes => classes.AssignableTo(typeof(IValidator<>)), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime());
    }
}
