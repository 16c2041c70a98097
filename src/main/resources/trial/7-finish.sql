DROP FUNCTION pg_temp.pick(integer, bigint, integer);
ANALYZE organisation, category, person, person_role, credential, person_category, course, course_staff, product, enrolment,
        product_access, invitation, audit_entry;
