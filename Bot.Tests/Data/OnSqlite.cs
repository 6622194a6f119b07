using PlanBot.Tests.Builders;
using PlanBot.Tests.Data.Queries;
using PlanBot.Tests.Data.Repositories;
using PlanBot.Tests.Data.Sql;
using PlanBot.Tests.UseCases;

namespace PlanBot.Tests.Data;

public sealed class DatabaseOnSqlite() : DatabaseContractTests(new SqliteTestDatabase());

public sealed class PlansOnSqlite() : PlanRepositoryTests(new SqliteTestDatabase());

public sealed class UnitsOnSqlite() : UnitRepositoryTests(new SqliteTestDatabase());

public sealed class PeopleOnSqlite() : PersonRepositoryTests(new SqliteTestDatabase());

public sealed class PeriodsOnSqlite() : PeriodRepositoryTests(new SqliteTestDatabase());

public sealed class ObligationsOnSqlite() : ObligationRepositoryTests(new SqliteTestDatabase());

public sealed class ProgressOnSqlite() : ProgressRepositoryTests(new SqliteTestDatabase());

public sealed class AuditOnSqlite() : AuditRepositoryTests(new SqliteTestDatabase());

public sealed class LedgerQueryOnSqlite() : LedgerQueryTests(new SqliteTestDatabase());

public sealed class RemindersOnSqlite() : ReminderRepositoryTests(new SqliteTestDatabase());

public sealed class ReminderLeasesOnSqlite() : ReminderLeaseTests(new SqliteTestDatabase());

public sealed class ChatOnSqlite() : ChatRepositoryTests(new SqliteTestDatabase());

public sealed class SmallRepositoriesOnSqlite() : SmallRepositoryTests(new SqliteTestDatabase());

public sealed class ChannelsOnSqlite() : ChannelRepositoryTests(new SqliteTestDatabase());

public sealed class ErrandsOnSqlite() : ErrandRepositoryTests(new SqliteTestDatabase());

public sealed class StorageOnSqlite() : SqlStorageTests(new SqliteTestDatabase());

public sealed class InsertsOnSqlite() : InsertsTests(new SqliteTestDatabase());

public sealed class ReminderQueryOnSqlite() : ReminderQueryTests(new SqliteTestDatabase());

public sealed class ContactListOnSqlite() : ContactListRepositoryTests(new SqliteTestDatabase());

public sealed class BindingOnSqlite() : BindingRepositoryTests(new SqliteTestDatabase());
public sealed class RequestsOnSqlite() : RequestRepositoryTests(new SqliteTestDatabase());

public sealed class OfficeQueryOnSqlite() : OfficeQueryTests(new SqliteTestDatabase());

public sealed class PaceOnSqlite() : SharedPaceTests(new SqliteTestDatabase());

public sealed class SystemsOnSqlite() : SystemRepositoryTests(new SqliteTestDatabase());

public sealed class SearchOnSqlite() : SearchQueryTests(new SqliteTestDatabase());
