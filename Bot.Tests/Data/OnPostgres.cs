using PlanBot.Tests.Builders;
using PlanBot.Tests.Data.Queries;
using PlanBot.Tests.Data.Repositories;
using PlanBot.Tests.Data.Sql;
using PlanBot.Tests.UseCases;

namespace PlanBot.Tests.Data;

public sealed class DatabaseOnPostgres() : DatabaseContractTests(new PostgresTestDatabase());

public sealed class PlansOnPostgres() : PlanRepositoryTests(new PostgresTestDatabase());

public sealed class UnitsOnPostgres() : UnitRepositoryTests(new PostgresTestDatabase());

public sealed class PeopleOnPostgres() : PersonRepositoryTests(new PostgresTestDatabase());

public sealed class PeriodsOnPostgres() : PeriodRepositoryTests(new PostgresTestDatabase());

public sealed class ObligationsOnPostgres() : ObligationRepositoryTests(new PostgresTestDatabase());

public sealed class ProgressOnPostgres() : ProgressRepositoryTests(new PostgresTestDatabase());

public sealed class AuditOnPostgres() : AuditRepositoryTests(new PostgresTestDatabase());

public sealed class LedgerQueryOnPostgres() : LedgerQueryTests(new PostgresTestDatabase());

public sealed class RemindersOnPostgres() : ReminderRepositoryTests(new PostgresTestDatabase());

public sealed class ReminderLeasesOnPostgres() : ReminderLeaseTests(new PostgresTestDatabase());

public sealed class ChatOnPostgres() : ChatRepositoryTests(new PostgresTestDatabase());

public sealed class SmallRepositoriesOnPostgres() : SmallRepositoryTests(new PostgresTestDatabase());

public sealed class ChannelsOnPostgres() : ChannelRepositoryTests(new PostgresTestDatabase());

public sealed class ErrandsOnPostgres() : ErrandRepositoryTests(new PostgresTestDatabase());

public sealed class StorageOnPostgres() : SqlStorageTests(new PostgresTestDatabase());

public sealed class InsertsOnPostgres() : InsertsTests(new PostgresTestDatabase());

public sealed class ReminderQueryOnPostgres() : ReminderQueryTests(new PostgresTestDatabase());

public sealed class ContactListOnPostgres() : ContactListRepositoryTests(new PostgresTestDatabase());

public sealed class BindingOnPostgres() : BindingRepositoryTests(new PostgresTestDatabase());
public sealed class RequestsOnPostgres() : RequestRepositoryTests(new PostgresTestDatabase());

public sealed class OfficeQueryOnPostgres() : OfficeQueryTests(new PostgresTestDatabase());

public sealed class PaceOnPostgres() : SharedPaceTests(new PostgresTestDatabase());

public sealed class SystemsOnPostgres() : SystemRepositoryTests(new PostgresTestDatabase());

public sealed class SearchOnPostgres() : SearchQueryTests(new PostgresTestDatabase());
