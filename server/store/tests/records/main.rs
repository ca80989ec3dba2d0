//! One suite over the ports, run in memory, in a file and on a real PostgreSQL.
//!
//! Every file says that it is for tests, so that the lints treat it so.

#[cfg(test)]
mod accounts;
#[cfg(test)]
mod claims;
#[cfg(test)]
mod conclusions;
#[cfg(test)]
mod database;
#[cfg(test)]
mod deployments;
#[cfg(test)]
mod invitations;
#[cfg(test)]
mod list;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod organisations;
#[cfg(test)]
mod postgres;
#[cfg(test)]
mod requests;
#[cfg(test)]
mod revisions;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod secrets;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod steps;
#[cfg(test)]
mod tenancy;

macro_rules! suite {
    ($($file:ident: $($name:ident),+;)+) => {
        mod in_memory {
            $($(#[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                crate::$file::$name(crate::database::in_memory().await).await;
            })+)+
        }

        mod in_a_file {
            $($(#[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                crate::$file::$name(crate::database::in_a_file().await).await;
            })+)+
        }

        mod on_postgres {
            $($(#[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                crate::$file::$name(crate::database::on_postgres().await).await;
            })+)+
        }
    };
}

suite! {
    accounts:
        the_first_account_is_made_once,
        a_session_says_who_is_signed_in_until_it_ends,
        that_a_session_was_seen_is_noted_once_a_minute,
        a_session_is_ended_by_its_owner_only,
        attempts_to_sign_in_count_until_they_are_forgotten,
        a_new_password_is_set_once_and_ends_all_sessions,
        a_deleted_account_leaves_what_was_done_and_nothing_of_who_did_it,
        whoever_nobody_can_replace_keeps_their_account,
        of_two_owners_who_delete_their_accounts_at_once_one_stays;
    organisations:
        a_label_is_taken_once,
        organisations_are_listed_with_their_numbers,
        the_last_owner_stays,
        two_owners_who_leave_at_once_leave_one;
    invitations:
        an_invitation_works_once,
        an_invitation_accepted_twice_at_once_makes_one_member,
        an_invitation_is_for_its_address_and_its_time,
        a_new_invitation_replaces_the_earlier_one,
        of_many_invited_at_once_there_are_as_many_as_may_be;
    tenancy:
        two_organisations_see_nothing_of_each_other,
        nothing_of_another_organisation_can_be_changed;
    deployments:
        environments_are_offered_until_they_are_not,
        an_environment_is_configured_as_it_was_said_last,
        what_a_hosting_provider_gives_is_kept_by_edition,
        addresses_of_a_pool_go_to_one_deployment_each,
        a_draft_is_kept_and_gives_the_title_while_nothing_is_live,
        a_name_belongs_to_one_deployment,
        names_reserved_at_once_go_to_one,
        names_in_use_are_kept_when_others_are_planned,
        what_is_removed_is_not_changed_any_more,
        a_write_that_is_dropped_half_way_changes_nothing,
        of_many_made_at_once_there_are_as_many_as_may_be;
    revisions:
        the_same_plan_is_staged_once,
        the_history_tells_what_is_live_and_how_it_was_deployed,
        what_is_live_is_told_of_all_organisations,
        only_what_was_live_is_kept;
    secrets:
        what_was_given_is_kept_while_a_draft_or_a_revision_refers_to_it,
        a_number_is_given_to_one_text,
        a_revision_is_staged_only_with_secrets_that_are_kept,
        what_was_generated_stays_whoever_asks_again,
        the_proof_that_was_first_stays;
    list:
        a_search_finds_titles_and_addresses_as_they_are_written,
        pages_are_sorted_and_counted,
        removed_deployments_show_when_they_are_asked_for;
    requests:
        a_deployment_has_one_unfinished_run_under_parallel_requests,
        a_run_needs_a_revision_of_its_deployment,
        a_run_needs_the_names_of_its_revision,
        a_run_is_asked_for_by_who_knows_what_is_live,
        a_run_that_nobody_took_is_cancelled_at_once,
        a_run_that_was_taken_is_asked_to_stop;
    claims:
        two_workers_at_once_get_one_run_once,
        the_oldest_run_is_taken_first,
        a_lease_that_is_over_fences_its_worker,
        a_lease_from_a_clock_that_was_set_back_is_over,
        a_run_that_was_given_back_is_taken_at_once,
        fences_grow_over_all_runs_of_a_deployment;
    steps:
        the_note_of_a_step_stays_when_it_begins_again,
        the_usual_time_is_the_median_of_runs_that_succeeded,
        lines_are_numbered_without_gaps_under_concurrency,
        many_lines_are_appended_at_once;
    conclusions:
        a_deployed_revision_is_live,
        a_draft_that_says_something_else_outlives_a_deployment,
        a_removed_deployment_gives_back_its_names,
        a_failed_run_says_why_and_changes_nothing,
        a_cancelled_run_leaves_what_was_there,
        a_run_that_could_not_be_undone_says_so,
        a_finished_run_takes_no_more_notes;
    sessions:
        a_session_comes_back_as_it_was_kept,
        an_id_that_is_taken_is_never_overwritten,
        an_ended_session_is_not_brought_back,
        of_many_sessions_of_a_person_the_latest_are_kept,
        an_expired_session_is_not_found_and_swept;
}
